package nl.banenschakel.app;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import nl.banenschakel.employment.EmploymentService;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.payroll.PayrollService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.reconciliation.ReconciliationService;
import nl.banenschakel.register.RegisterService;
import nl.banenschakel.report.ReportService;

/** The slices' services, wired by hand: the same for the server and for a single command. */
record Gateway(
    Db db,
    Uploads uploads,
    OrganisationService organisations,
    RegisterService register,
    EmploymentService employment,
    PayrollService payroll,
    ReconciliationService reconciliations,
    ReportService reports) {
  private static final long DECODE_MAX_MINUTES = 5;

  /**
   * Wires all of it.
   *
   * @param intakeWorkers threads that decode files
   */
  static Gateway over(Vertx vertx, Db db, Vault vault, Norms norms, int intakeWorkers) {
    var workers =
        vertx.createSharedWorkerExecutor(
            "intake", intakeWorkers, DECODE_MAX_MINUTES, TimeUnit.MINUTES);
    var uploads = new Uploads(db, vault, workers);
    var persons = new PersonService();
    var organisations = new OrganisationService(db);
    return new Gateway(
        db,
        uploads,
        organisations,
        new RegisterService(db, vault, uploads, persons, organisations),
        new EmploymentService(db, vault, uploads, persons, organisations),
        new PayrollService(db, vault, uploads, persons, organisations),
        new ReconciliationService(db, norms),
        new ReportService(db));
  }
}
