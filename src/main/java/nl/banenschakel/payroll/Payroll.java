package nl.banenschakel.payroll;

import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.payroll.resource.WageReturnResources;
import nl.banenschakel.payroll.total.ControlTotals;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.platform.vault.Vault;

/** The slice as a whole, for the wiring. */
public final class Payroll {
  private final PayrollService service;
  private final WageReturnResources resources;
  private final ControlTotals totals;

  private Payroll(PayrollService service, WageReturnResources resources, ControlTotals totals) {
    this.service = service;
    this.resources = resources;
    this.totals = totals;
  }

  /** With the vault that seals, the intake that takes deliveries, and where events go. */
  public static Payroll of(
      Db db,
      Vault vault,
      Norms norms,
      Uploads uploads,
      PersonService persons,
      OrganisationService organisations,
      Outbox outbox) {
    var totals = ControlTotals.of(db, organisations, norms, outbox);
    return new Payroll(
        new PayrollService(vault, uploads, persons, organisations, totals.tieOut()),
        WageReturnResources.of(db, organisations, norms),
        totals);
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new WageReturnIntakeRoutes(service).mount(http);
    resources.mount(http);
    totals.mount(http);
  }

  /** Takes its files to addresses that were given out before. */
  public Intake intake() {
    return new WageReturnIntake(service);
  }

  /** What other parts of the gateway may ask of it. */
  public PayrollService service() {
    return service;
  }
}
