package nl.banenschakel.agreement.coverage;

import java.time.Clock;
import nl.banenschakel.agreement.AgreementService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.relation.RelationService;

/** The area as a whole, for the wiring. */
public final class Coverages {
  private final CoverageRoutes routes;

  /** Over a database. */
  public Coverages(Db db, RelationService relations, AgreementService agreements, Clock clock) {
    routes = new CoverageRoutes(new CoverageService(db, relations, agreements, clock));
  }

  /** Adds the operation. */
  public void mount(Endpoints http) {
    routes.mount(http);
  }
}
