package nl.banenschakel.statement.own;

import io.vertx.core.WorkerExecutor;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.statement.Statements;

/** The form as a whole, for the wiring. */
public final class OwnStatements {
  private final OwnStatementRoutes routes;

  private OwnStatements(OwnStatementRoutes routes) {
    this.routes = routes;
  }

  /** Over what takes statements in; workers read them. */
  public static OwnStatements of(Statements statements, WorkerExecutor workers) {
    return new OwnStatements(
        new OwnStatementRoutes(statements.intake(), statements.service(), workers));
  }

  /** Adds the operation that takes statements in our own JSON. */
  public void mount(Endpoints http) {
    routes.mount(http);
  }
}
