package nl.banenschakel.payroll.total;

import io.vertx.core.Future;
import java.util.UUID;
import nl.banenschakel.platform.db.Tx;

/** What a wage return comes to, worked out while it takes effect. */
public final class ReturnTotals {
  private final TotalRepository totals = new TotalRepository();

  /** Before staging is emptied. */
  public Future<Void> count(Tx tx, UUID upload, UUID message) {
    return totals.count(tx, upload, message);
  }
}
