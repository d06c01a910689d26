package nl.banenschakel.statement;

import java.util.List;
import java.util.stream.Stream;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.statement.assignment.AssignmentService;
import nl.banenschakel.statement.governing.GoverningService;
import nl.banenschakel.statement.hourtype.HourTypeService;

/** The slice's statements as a whole, for the wiring. */
public final class Statements {
  private final StatementService service;
  private final StatementIntake intake;

  private Statements(StatementService service, StatementIntake intake) {
    this.service = service;
    this.intake = intake;
  }

  /**
   * Over a database.
   *
   * @param arrivals what follows from a statement after it was told of, in this order
   */
  public static Statements of(
      Db db,
      Vault vault,
      Outbox outbox,
      Norms norms,
      GoverningService governing,
      AssignmentService assignments,
      HourTypeService hourTypes,
      List<Arrival> arrivals) {
    var service = new StatementService(db, norms);
    return new Statements(
        service,
        new StatementIntake(
            db,
            vault,
            governing,
            assignments,
            service,
            hourTypes,
            Stream.concat(Stream.of(new TellingService(outbox)), arrivals.stream()).toList()));
  }

  /** Adds the operations that read. */
  public void mount(Endpoints http) {
    new StatementRoutes(service).mount(http);
  }

  /** Takes statements in, for each form in which they come. */
  public StatementIntake intake() {
    return intake;
  }

  /** Tells what was stated. */
  public StatementService service() {
    return service;
  }
}
