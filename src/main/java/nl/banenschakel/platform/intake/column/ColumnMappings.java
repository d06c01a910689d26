package nl.banenschakel.platform.intake.column;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.stream.table.ColumnMapping;

/** The mappings that organisations keep for the sources of their files. */
public final class ColumnMappings {
  private final Db db;
  private final ColumnMappingService service;

  private ColumnMappings(Db db, ColumnMappingService service) {
    this.db = db;
    this.service = service;
  }

  /** Over a database, with the bounded pool that decodes. */
  public static ColumnMappings of(Db db, WorkerExecutor workers) {
    return new ColumnMappings(db, new ColumnMappingService(db, workers));
  }

  /** Adds the operations about the columns of one kind of file. */
  public void mount(Endpoints http, ColumnKind<?> kind, ColumnOperations operations) {
    new ColumnMappingRoutes<>(service, kind, operations).mount(http);
  }

  /** By what deliveries of a source are read: its latest mapping, or names alone. */
  public Future<ColumnMapping> of(Tx tx, ColumnKind<?> kind, String source) {
    return service
        .latest(tx, kind.name(), source)
        .map(saved -> saved.map(SavedMapping::mapping).orElse(ColumnMapping.NONE));
  }

  /** The same, asked of the caller's organisation. */
  public Future<ColumnMapping> of(Caller caller, ColumnKind<?> kind, String source) {
    return db.tx(caller.organisation(), tx -> of(tx, kind, source));
  }
}
