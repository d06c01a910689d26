package nl.banenschakel.statement.assignment;

import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.relation.RelationService;

/** Assignments as a whole, for the wiring. */
public final class Assignments {
  private final AssignmentService service;

  private Assignments(AssignmentService service) {
    this.service = service;
  }

  /** Over a database. */
  public static Assignments of(Db db, RelationService relations) {
    return new Assignments(new AssignmentService(db, relations));
  }

  /** Adds the operations. */
  public void mount(Endpoints http) {
    new AssignmentRoutes(service).mount(http);
  }

  /** What statements may ask of it. */
  public AssignmentService service() {
    return service;
  }
}
