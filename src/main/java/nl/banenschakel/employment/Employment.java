package nl.banenschakel.employment;

import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.vault.Vault;

/** The slice as a whole, for the wiring. */
public final class Employment {
  private final EmploymentService service;

  private Employment(EmploymentService service) {
    this.service = service;
  }

  /** Over a database, with the vault that seals and the intake that takes deliveries. */
  public static Employment of(
      Db db,
      Vault vault,
      Uploads uploads,
      PersonService persons,
      OrganisationService organisations) {
    return new Employment(new EmploymentService(db, vault, uploads, persons, organisations));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new ContractFileRoutes(service).mount(http);
  }

  /** What other parts of the gateway may ask of it. */
  public EmploymentService service() {
    return service;
  }
}
