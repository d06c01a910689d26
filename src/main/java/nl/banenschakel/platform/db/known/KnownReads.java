package nl.banenschakel.platform.db.known;

import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.Function;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;

/**
 * Reads what was known at a moment. What takes effect just now may be known from an earlier moment
 * than the one that is asked for, and the same question later would have another answer: so it is
 * waited for.
 */
public final class KnownReads {
  /** Whatever takes effect has this lock together with others (intake.sql, lockSource). */
  private static final String AWAIT_EFFECTS =
      "select pg_advisory_xact_lock(hashtextextended('taking effect ' || $1, 0))";

  private KnownReads() {}

  /** As {@link Db#snapshot}, once what takes effect has done so. */
  public static <T> Future<T> snapshot(
      Db db, UUID tenant, KnownAt asOf, Function<Tx, Future<T>> work) {
    return settled(db, tenant, asOf).compose(settled -> db.snapshot(tenant, work));
  }

  /** Ends when what takes effect now has done so, or has failed; at once where all is asked for. */
  public static Future<Void> settled(Db db, UUID tenant, KnownAt asOf) {
    return asOf.equals(KnownAt.NOW)
        ? Future.succeededFuture()
        : db.tx(tenant, tx -> tx.run(AWAIT_EFFECTS, tenant.toString())).mapEmpty();
  }
}
