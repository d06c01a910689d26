package nl.banenschakel.statement.timecard;

import io.vertx.core.WorkerExecutor;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.statement.Statements;

/** Time cards as a whole, for the wiring. */
public final class Timecards {
  private final TimecardRoutes routes;

  private Timecards(TimecardRoutes routes) {
    this.routes = routes;
  }

  /** Over a database; the workers read and write what is sent. */
  public static Timecards of(Db db, Vault vault, WorkerExecutor workers, Statements statements) {
    var service = new TimecardService(db, vault, workers, statements.intake());
    return new Timecards(new TimecardRoutes(service, workers));
  }

  /** Adds the operations. */
  public void mount(Endpoints http) {
    routes.mount(http);
  }
}
