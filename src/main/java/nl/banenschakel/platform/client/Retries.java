package nl.banenschakel.platform.client;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tries again what may be tried again, after a pause that grows and differs each time, so that many
 * who failed together do not come back together.
 */
public final class Retries {
  private final Vertx vertx;
  private final Limits limits;
  private final Function<Throwable, Optional<Duration>> repeatable;

  /**
   * How often and how soon.
   *
   * @param triesMax the first one included
   * @param pauseMs about the first pause; each next one is twice as long
   * @param pauseMsMax whoever asks for a longer one is not asked again now
   */
  public record Limits(int triesMax, int pauseMs, int pauseMsMax) {
    /** Three tries, after about half a second and about one second. */
    public static final Limits DEFAULT = new Limits(3, 500, 5_000);
  }

  /**
   * @param repeatable how soon a failure may be followed by another try at the earliest; empty:
   *     never
   */
  public Retries(Vertx vertx, Limits limits, Function<Throwable, Optional<Duration>> repeatable) {
    this.vertx = vertx;
    this.limits = limits;
    this.repeatable = repeatable;
  }

  /** The first result, or the last failure. */
  public <T> Future<T> run(Supplier<Future<T>> attempt) {
    return attempt(attempt, 1);
  }

  private <T> Future<T> attempt(Supplier<Future<T>> attempt, int number) {
    return attempt
        .get()
        .recover(
            failure ->
                pause(failure, number)
                    .map(
                        ms ->
                            vertx
                                .timer(ms, MILLISECONDS)
                                .compose(p -> attempt(attempt, number + 1)))
                    .orElseGet(() -> Future.failedFuture(failure)));
  }

  private Optional<Long> pause(Throwable failure, int number) {
    if (number >= limits.triesMax()) {
      return Optional.empty();
    }
    long about = (long) limits.pauseMs() << (number - 1);
    long own = about / 2 + ThreadLocalRandom.current().nextLong(about + 1);
    return repeatable
        .apply(failure)
        .map(earliest -> Math.max(earliest.toMillis(), Math.max(1, own)))
        .filter(ms -> ms <= limits.pauseMsMax());
  }
}
