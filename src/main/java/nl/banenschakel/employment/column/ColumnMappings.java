package nl.banenschakel.employment.column;

import io.vertx.core.WorkerExecutor;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;

/** The area as a whole, for the slice. */
public final class ColumnMappings {
  private final ColumnMappingService service;

  private ColumnMappings(ColumnMappingService service) {
    this.service = service;
  }

  /** Over a database, with the bounded pool that decodes. */
  public static ColumnMappings of(Db db, WorkerExecutor workers) {
    return new ColumnMappings(new ColumnMappingService(db, workers));
  }

  /** Adds the area's operations. */
  public void mount(Endpoints http) {
    new ColumnMappingRoutes(service).mount(http);
  }

  /** What the slice asks of it. */
  public ColumnMappingService service() {
    return service;
  }
}
