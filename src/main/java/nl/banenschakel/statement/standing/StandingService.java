package nl.banenschakel.statement.standing;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.statement.assignment.Assignment;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.Sent;
import nl.banenschakel.statement.sent.StatementDraft;

/** Has statements stand, and fall. */
public final class StandingService {
  private final StandingRepository standing = new StandingRepository();

  /** It stands no longer; false: it did not. */
  public Future<Boolean> fall(Tx tx, UUID statement) {
    return standing.remove(tx, statement);
  }

  /**
   * To be called before the assignment is looked up that a draft names: by an order it may be
   * recorded meanwhile.
   */
  public Future<Void> prepare(Tx tx, StatementDraft draft) {
    return draft
        .assignment()
        .filter(name -> name.owner() == Reference.Owner.RECEIVER)
        .map(name -> standing.lock(tx, name.value()))
        .orElseGet(Future::succeededFuture);
  }

  /**
   * It stands on each of its days: by the provider's name for the assignment, whether it is
   * recorded yet or not. One of no assignment stands alone; one that withdraws another stands on no
   * day.
   *
   * @return fails with {@link Failure.Conflict} when another one stands on one of them
   */
  public Future<Void> stand(Tx tx, UUID statement, Sent sent, Optional<Assignment> assignment) {
    var draft = sent.draft();
    var subject = Subject.of(statement, draft, assignment);
    if (sent.withdraws()) {
      return standing.addNowhere(tx, statement, subject);
    }
    return subject
        .order()
        .map(order -> standing.lock(tx, order))
        .orElseGet(Future::succeededFuture)
        .compose(alone -> standing.add(tx, statement, subject, draft))
        .compose(
            alone ->
                alone
                    ? Future.succeededFuture()
                    : standing.find(tx, subject, draft).map(StandingService::refuse));
  }

  private static Void refuse(Optional<UUID> first) {
    throw new Failure.Conflict(
        "STATEMENT_OVERLAPS",
        "Statement %s stands on one of these days: replace it."
            .formatted(first.map(UUID::toString).orElse("that was sent meanwhile")));
  }
}
