package nl.banenschakel.platform.db;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.banenschakel.platform.failure.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the work of a transaction gave while that stays open: its {@link Rows} can be read until it
 * is released. Whoever has it releases it; after a while it is released anyway, and reading fails.
 */
public final class Held<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Held.class);

  private final T value;
  private final Tx tx;
  private final Transaction transaction;
  private final SqlConnection session;
  private final AtomicBoolean isReleased = new AtomicBoolean();
  private final Promise<Void> released = Promise.promise();

  Held(T value, Tx tx, Transaction transaction, SqlConnection session) {
    this.value = value;
    this.tx = tx;
    this.transaction = transaction;
    this.session = session;
  }

  /** What the work gave. */
  public T value() {
    return value;
  }

  /** Undoes the transaction, gives the session back. Only the first call has an effect. */
  public Future<Void> release() {
    return release(new IllegalStateException("the transaction has ended"));
  }

  private Future<Void> release(RuntimeException cause) {
    if (isReleased.compareAndSet(false, true)) {
      tx.endBecause(cause);
      transaction
          .rollback()
          .otherwiseEmpty()
          .eventually(tx::closePrepared)
          .eventually(session::close)
          .otherwiseEmpty()
          .onComplete(released);
    }
    return released.future();
  }

  Held<T> within(Vertx vertx, int msMax) {
    long timer = vertx.setTimer(msMax, late -> giveUp(msMax));
    released.future().onComplete(done -> vertx.cancelTimer(timer));
    return this;
  }

  private void giveUp(int msMax) {
    LOG.warn("What was read while it was sent took longer than {} ms, and is given up", msMax);
    release(new Failure.Unavailable("It was read too slowly.")).onComplete(done -> {});
  }
}
