package nl.banenschakel.platform.db.known;

import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.Function;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.StatementFailed;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;

/**
 * Reads what was known at a moment. What takes effect just now may be known from an earlier moment
 * than the one that is asked for, and the same question later would have another answer: so it is
 * waited for.
 */
public final class KnownReads {
  /** Whatever takes effect has this lock together with others (intake.sql, lockSource). */
  private static final String AWAIT_EFFECTS =
      "select pg_advisory_xact_lock(hashtextextended('taking effect ' || $1, 0))";

  /** Longest wait: what waits keeps the next delivery waiting. */
  private static final int WAIT_MS_MAX = 5_000;

  private static final String WAIT_BRIEFLY = "select set_config('lock_timeout', $1, true)";

  private KnownReads() {}

  /**
   * As {@link Db#snapshot}, once what takes effect has done so.
   *
   * @return fails with {@link Failure.Unavailable} when that takes too long
   */
  public static <T> Future<T> snapshot(
      Db db, UUID tenant, KnownAt asOf, Function<Tx, Future<T>> work) {
    return settled(db, tenant, asOf).compose(settled -> db.snapshot(tenant, work));
  }

  /**
   * Ends when what takes effect now has done so, or has failed; at once where all is asked for.
   *
   * @return fails with {@link Failure.Unavailable} when that takes longer than {@value
   *     #WAIT_MS_MAX} ms
   */
  public static Future<Void> settled(Db db, UUID tenant, KnownAt asOf) {
    return asOf.equals(KnownAt.NOW)
        ? Future.succeededFuture()
        : db.tx(tenant, KnownReads::await)
            .recover(
                cause ->
                    Future.failedFuture(
                        cause instanceof StatementFailed refused && refused.isLockedOut()
                            ? busy()
                            : cause));
  }

  private static Future<Void> await(Tx tx) {
    return tx.run(WAIT_BRIEFLY, Integer.toString(WAIT_MS_MAX))
        .compose(brief -> tx.run(AWAIT_EFFECTS, tx.tenant().toString()))
        .mapEmpty();
  }

  private static Failure busy() {
    return new Failure.Unavailable(
        "A delivery takes effect at this moment, and what was known is not settled: ask again"
            + " shortly.");
  }
}
