package nl.banenschakel.app;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** A command's own thread waits; an event loop never does. */
final class Waiting {
  private static final long MINUTES_MAX = 60;

  private Waiting() {}

  /** The result, or the failure as it is. Whoever only wants it done need not use the result. */
  @CanIgnoreReturnValue
  static <T> T on(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(MINUTES_MAX, TimeUnit.MINUTES)
          .join();
    } catch (CompletionException wrapped) {
      if (wrapped.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw wrapped;
    }
  }
}
