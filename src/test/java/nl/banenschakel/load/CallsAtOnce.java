package nl.banenschakel.load;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Calls of which so many are under way at any moment, for so many seconds.
 *
 * @param tookMs of each call, in order
 * @param seconds until the last one was answered
 */
record CallsAtOnce(List<Double> tookMs, double seconds) {
  private static final double MS = 1e6;
  private static final double PART_99 = 0.99;

  /** Fails with the first call that does. */
  @CanIgnoreReturnValue
  static CallsAtOnce timed(Supplier<? extends Future<?>> calls, int atOnce, int seconds) {
    var took = new ConcurrentLinkedQueue<Double>();
    long from = System.nanoTime();
    long until = from + seconds * 1_000_000_000L;
    var under = new ArrayList<Future<?>>();
    for (int n = 0; n < atOnce; n++) {
      Promise<Void> over = Promise.promise();
      next(calls, until, took, over);
      under.add(over.future());
    }
    Awaited.of(Future.all(under));
    return new CallsAtOnce(took.stream().sorted().toList(), Limits.seconds(from));
  }

  /** How many a second. */
  double rate() {
    return tookMs.size() / seconds;
  }

  double p50() {
    return at(1 / 2.0);
  }

  double p99() {
    return at(PART_99);
  }

  private static void next(
      Supplier<? extends Future<?>> calls, long until, Queue<Double> took, Promise<Void> over) {
    long from = System.nanoTime();
    if (from > until) {
      over.complete();
      return;
    }
    calls
        .get()
        .onFailure(over::tryFail)
        .onSuccess(
            answer -> {
              took.add((System.nanoTime() - from) / MS);
              next(calls, until, took, over);
            });
  }

  private double at(double part) {
    return tookMs.get((int) Math.ceil(part * tookMs.size()) - 1);
  }
}
