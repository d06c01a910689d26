package nl.banenschakel.payroll;

import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.payroll.resource.WageReturnResources;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.vault.Vault;

/** The slice as a whole, for the wiring. */
public final class Payroll {
  private final PayrollService service;
  private final WageReturnResources resources;

  private Payroll(PayrollService service, WageReturnResources resources) {
    this.service = service;
    this.resources = resources;
  }

  /** With the vault that seals and the intake that takes deliveries. */
  public static Payroll of(
      Db db,
      Vault vault,
      Norms norms,
      Uploads uploads,
      PersonService persons,
      OrganisationService organisations) {
    return new Payroll(
        new PayrollService(vault, uploads, persons, organisations),
        WageReturnResources.of(db, organisations, norms));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new WageReturnIntakeRoutes(service).mount(http);
    resources.mount(http);
  }

  /** What other parts of the gateway may ask of it. */
  public PayrollService service() {
    return service;
  }
}
