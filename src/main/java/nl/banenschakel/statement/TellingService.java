package nl.banenschakel.statement;

import io.vertx.core.Future;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.outbox.Outbox;

/** Tells of a statement by an event: its sender, and its receiver where that one reads it. */
final class TellingService implements Arrival {
  private static final String RECEIVED = "nl.banenafspraak.statement-received.v1";

  /** The receiver of a correction that it does not read sees that the first stands no longer. */
  private static final Set<Mark> UNREAD =
      Set.of(Mark.ASSIGNMENT_UNKNOWN, Mark.RELATION_NOT_RUNNING);

  private final Outbox outbox;

  TellingService(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public Future<Void> arrived(Tx tx, Statement.Whole whole) {
    var statement = whole.statement();
    return outbox.addForBoth(
        tx,
        reader(statement),
        RECEIVED,
        StatementRoutes.address(statement.id()),
        Map.of("marks", String.valueOf(statement.marks().size())));
  }

  private static Optional<UUID> reader(Statement statement) {
    return statement.receiver().filter(it -> Collections.disjoint(statement.marks(), UNREAD));
  }
}
