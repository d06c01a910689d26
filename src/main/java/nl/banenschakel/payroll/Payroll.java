package nl.banenschakel.payroll;

import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.vault.Vault;

/** The slice as a whole, for the wiring. */
public final class Payroll {
  private final PayrollService service;

  private Payroll(PayrollService service) {
    this.service = service;
  }

  /** With the vault that seals and the intake that takes deliveries. */
  public static Payroll of(
      Vault vault, Uploads uploads, PersonService persons, OrganisationService organisations) {
    return new Payroll(new PayrollService(vault, uploads, persons, organisations));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new WageReturnRoutes(service).mount(http);
  }

  /** What other parts of the gateway may ask of it. */
  public PayrollService service() {
    return service;
  }
}
