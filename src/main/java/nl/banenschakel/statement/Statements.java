package nl.banenschakel.statement;

import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.relation.RelationService;
import nl.banenschakel.statement.assignment.AssignmentService;

/** The slice's statements as a whole, for the wiring. */
public final class Statements {
  private final StatementService service;

  private Statements(StatementService service) {
    this.service = service;
  }

  /** Over a database. */
  public static Statements of(
      Db db,
      Vault vault,
      Outbox outbox,
      Norms norms,
      RelationService relations,
      AssignmentService assignments) {
    return new Statements(new StatementService(db, vault, outbox, relations, assignments, norms));
  }

  /** Adds the operations that read. */
  public void mount(Endpoints http) {
    new StatementRoutes(service).mount(http);
  }

  /** Takes statements in, for each form in which they come. */
  public StatementService service() {
    return service;
  }
}
