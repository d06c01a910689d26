package nl.banenschakel.statement.standing;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.statement.sent.StatementDraft;

/** Rows of {@code statement.standing}. */
final class StandingRepository {
  private final Sql sql = Sql.load("statement_standing");

  /** False: it stands no longer. */
  Future<Boolean> remove(Tx tx, UUID statement) {
    return tx.first(sql.get("removeStanding"), row -> true, statement).map(Optional::isPresent);
  }

  /** Whoever else asks for the same one waits until this transaction ends. */
  Future<Void> lock(Tx tx, String order) {
    return tx.first(sql.get("lockOrder"), row -> true, tx.tenant(), order).mapEmpty();
  }

  /** False: another one stands on one of its days. */
  Future<Boolean> add(Tx tx, UUID statement, Subject subject, StatementDraft draft) {
    return tx.first(
            sql.get("addStanding"),
            row -> true,
            tx.tenant(),
            statement,
            subject.name(),
            draft.firstDay(),
            draft.lastDay(),
            subject.order().orElse(null))
        .map(Optional::isPresent);
  }

  /** It may be replaced, and stands on no day. */
  Future<Void> addNowhere(Tx tx, UUID statement, Subject subject) {
    return tx.update(sql.get("addStandingNowhere"), tx.tenant(), statement, subject.name())
        .mapEmpty();
  }

  /** The first that stands on one of its days. */
  Future<Optional<UUID>> find(Tx tx, Subject subject, StatementDraft draft) {
    return tx.first(
        sql.get("findStanding"),
        row -> row.getUUID("statement_id"),
        subject.name(),
        draft.firstDay(),
        draft.lastDay(),
        subject.order().orElse(null));
  }
}
