package nl.banenschakel.testing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a future on a test's own thread, never on an event loop. */
public final class Await {
  private static final int LONGEST_S = 30;
  private static final int PAUSE_MS = 10;

  private Await() {}

  /** The result; or throws the failure itself, or an AssertionError after 30 seconds. */
  @CanIgnoreReturnValue
  public static <T> T await(Future<T> future) {
    try {
      return future.await(LONGEST_S, SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("no answer within " + LONGEST_S + " s", e);
    }
  }

  /** Waits until something holds that nothing tells of, such as a row of another process's. */
  public static void until(BooleanSupplier holds) {
    long end = System.nanoTime() + SECONDS.toNanos(LONGEST_S);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come to hold within " + LONGEST_S + " s");
      }
      LockSupport.parkNanos(MILLISECONDS.toNanos(PAUSE_MS));
    }
  }
}
