package nl.banenschakel.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import java.util.concurrent.TimeoutException;

/** Waits for a future on a test's own thread, never on an event loop. */
public final class Await {
  private static final int LONGEST_S = 30;

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
}
