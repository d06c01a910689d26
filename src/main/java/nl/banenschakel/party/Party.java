package nl.banenschakel.party;

import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.job.Jobs;

/** The slice as a whole, for the wiring. */
public final class Party {
  private final OrganisationService service;

  private Party(OrganisationService service) {
    this.service = service;
  }

  /** Over a database. */
  public static Party of(Db db) {
    return new Party(new OrganisationService(db, new Jobs(db)));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new OrganisationRoutes(service).mount(http);
  }

  /** What other parts of the gateway may ask of it. */
  public OrganisationService service() {
    return service;
  }
}
