package nl.banenschakel.architecture.sins.party;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Wrong on purpose. */
final class Getting {
  private Getting() {}

  static String get(Future<String> future) throws ExecutionException, InterruptedException {
    return future.get();
  }
}
