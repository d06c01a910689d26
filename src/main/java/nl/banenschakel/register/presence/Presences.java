package nl.banenschakel.register.presence;

import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;

/** The area as a whole, for the slice. */
public final class Presences {
  private final PresenceService service;

  private Presences(PresenceService service) {
    this.service = service;
  }

  /** Over a database, by the norms. */
  public static Presences of(Db db, Norms norms, OrganisationService organisations) {
    return new Presences(new PresenceService(db, norms, organisations));
  }

  /** Adds the area's operations. */
  public void mount(Endpoints http) {
    new PresenceRoutes(service).mount(http);
  }
}
