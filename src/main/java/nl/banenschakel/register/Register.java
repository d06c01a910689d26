package nl.banenschakel.register;

import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Uploads;
import nl.banenschakel.platform.vault.Vault;

/** The slice as a whole, for the wiring. */
public final class Register {
  private final RegisterService service;

  private Register(RegisterService service) {
    this.service = service;
  }

  /** Over a database, with the vault that seals and the intake that takes deliveries. */
  public static Register of(
      Db db,
      Vault vault,
      Uploads uploads,
      PersonService persons,
      OrganisationService organisations) {
    return new Register(new RegisterService(db, vault, uploads, persons, organisations));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new RegisterRoutes(service).mount(http);
  }

  /** What other parts of the gateway may ask of it. */
  public RegisterService service() {
    return service;
  }
}
