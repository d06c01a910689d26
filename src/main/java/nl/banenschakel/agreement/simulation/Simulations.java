package nl.banenschakel.agreement.simulation;

import java.time.Clock;
import nl.banenschakel.agreement.draft.DraftService;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;

/** The area as a whole, for the wiring. */
public final class Simulations {
  private final SimulationRoutes routes;

  /** Over a database. */
  public Simulations(Db db, DraftService drafts, Norms norms, Clock clock) {
    routes = new SimulationRoutes(new SimulationService(db, drafts, norms, clock));
  }

  /** Adds the operation. */
  public void mount(Endpoints http) {
    routes.mount(http);
  }
}
