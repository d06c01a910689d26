package nl.banenschakel.register.difference;

import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;

/** The area as a whole, for the slice. */
public final class Differences {
  private final DifferenceService service;

  private Differences(DifferenceService service) {
    this.service = service;
  }

  /** Over a database. */
  public static Differences of(Db db) {
    return new Differences(new DifferenceService(db));
  }

  /** Adds the area's operations. */
  public void mount(Endpoints http) {
    new DifferenceRoutes(service).mount(http);
  }
}
