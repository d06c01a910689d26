package nl.banenschakel.load;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;

/** What a future comes to, however long it takes: a measurement has no deadline. */
final class Awaited {
  private Awaited() {}

  @CanIgnoreReturnValue
  static <T> T of(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
