package nl.banenschakel.employment;

import nl.banenschakel.employment.resource.ContractResources;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.vault.Vault;

/** The slice as a whole, for the wiring. */
public final class Employment {
  private final EmploymentService service;
  private final ContractResources resources;

  private Employment(EmploymentService service, ContractResources resources) {
    this.service = service;
    this.resources = resources;
  }

  /** Over a database, with the vault that seals and the intake that takes deliveries. */
  public static Employment of(
      Db db,
      Vault vault,
      Uploads uploads,
      PersonService persons,
      OrganisationService organisations) {
    var service = new EmploymentService(db, vault, uploads, persons, organisations);
    return new Employment(service, ContractResources.of(db));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new ContractIntakeRoutes(service).mount(http);
    resources.mount(http);
  }

  /** What other parts of the gateway may ask of it. */
  public EmploymentService service() {
    return service;
  }
}
