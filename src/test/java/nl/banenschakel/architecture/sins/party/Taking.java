package nl.banenschakel.architecture.sins.party;

import java.util.concurrent.BlockingQueue;

/** Wrong on purpose. */
final class Taking {
  private Taking() {}

  static String take(BlockingQueue<String> queue) throws InterruptedException {
    return queue.take();
  }
}
