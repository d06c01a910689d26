package nl.banenschakel.statement.timecard;

import io.vertx.core.WorkerExecutor;
import java.nio.file.Path;
import java.util.Optional;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.statement.Statements;

/** Time cards as a whole, for the wiring. */
public final class Timecards {
  private final TimecardRoutes routes;
  private final EarlierTimecardRoutes earlier;

  private Timecards(TimecardRoutes routes, EarlierTimecardRoutes earlier) {
    this.routes = routes;
    this.earlier = earlier;
  }

  /**
   * Over a database; the workers read and write what is sent.
   *
   * @param schemas the folder with the standard's schemas; empty: messages are held against our own
   *     forms only
   */
  public static Timecards of(
      Db db, Vault vault, WorkerExecutor workers, Statements statements, Optional<Path> schemas) {
    var held = TimecardSchemas.load(schemas);
    var intake = statements.intake();
    var service = new TimecardService(db, vault, workers, intake, held);
    return new Timecards(
        new TimecardRoutes(service, workers),
        new EarlierTimecardRoutes(intake, statements.service(), workers, held));
  }

  /** Adds the operations. */
  public void mount(Endpoints http) {
    routes.mount(http);
    earlier.mount(http);
  }
}
