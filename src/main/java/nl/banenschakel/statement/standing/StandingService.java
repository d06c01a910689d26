package nl.banenschakel.statement.standing;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.statement.assignment.Assignment;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.StatementDraft;

/** Has statements stand, and fall. */
public final class StandingService {
  private final StandingRepository standing = new StandingRepository();

  /** It stands no longer; false: it did not. */
  public Future<Boolean> fall(Tx tx, UUID statement) {
    return standing.remove(tx, statement);
  }

  /**
   * It stands on each of its days: by the provider's name for the assignment, whether it is
   * recorded yet or not.
   *
   * @return fails with {@link Failure.Conflict} when another one stands on one of them
   */
  public Future<Void> stand(
      Tx tx, UUID statement, StatementDraft draft, Optional<Assignment> assignment) {
    var named =
        assignment
            .flatMap(Assignment::source)
            .map(own -> new Reference(Reference.Owner.PROVIDER, own.reference()))
            .orElse(draft.assignment());
    var subject = named.owner() + " " + named.value();
    return standing
        .add(tx, statement, subject, draft)
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
