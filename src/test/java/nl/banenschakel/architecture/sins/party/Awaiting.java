package nl.banenschakel.architecture.sins.party;

import io.vertx.core.Future;

/** Wrong on purpose. */
final class Awaiting {
  private Awaiting() {}

  static String await(Future<String> future) {
    return future.await();
  }
}
