package nl.banenschakel.architecture.sins.party;

import io.vertx.core.Future;

/** Wrong on purpose. */
final class Joining {
  private Joining() {}

  static String join(Future<String> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
