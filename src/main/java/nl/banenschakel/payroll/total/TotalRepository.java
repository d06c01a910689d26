package nl.banenschakel.payroll.total;

import io.vertx.core.Future;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Sums over wage returns. */
final class TotalRepository {
  private final Sql sql = Sql.load("payroll_total");

  /** Writes down what each block of a message that is still staged says in all. */
  Future<Void> count(Tx tx, UUID upload, UUID message) {
    return tx.update(sql.get("countBlocks"), tx.tenant(), upload, message).mapEmpty();
  }
}
