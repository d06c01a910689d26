package nl.banenschakel.relation;

import java.time.Clock;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.outbox.Outbox;

/** The slice as a whole, for the wiring. */
public final class Relations {
  private final RelationService service;

  private Relations(RelationService service) {
    this.service = service;
  }

  /** Over a database. */
  public static Relations of(Db db, Outbox outbox, OrganisationService organisations, Clock clock) {
    return new Relations(new RelationService(db, outbox, organisations, clock));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new RelationRoutes(service).mount(http);
  }

  /** What other parts of the gateway may ask of it. */
  public RelationService service() {
    return service;
  }
}
