package nl.banenschakel.statement.own;

import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.statement.Statements;

/** The form as a whole, for the wiring. */
public final class OwnStatements {
  private OwnStatements() {}

  /** Adds the operation that takes statements in our own JSON. */
  public static void mount(Endpoints http, Statements statements) {
    new OwnStatementRoutes(statements.intake(), statements.service()).mount(http);
  }
}
