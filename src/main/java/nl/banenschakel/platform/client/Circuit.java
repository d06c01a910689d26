package nl.banenschakel.platform.client;

import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Leaves a server alone that failed several times in a row: for a while nothing is sent to it, then
 * one call tries whether it is back. Safe for several threads; one for each server.
 */
public final class Circuit {
  private final CircuitBreaker breaker;

  /** Whether calls go through. */
  public enum State {
    /** All go through. */
    CLOSED,
    /** One goes through, to try. */
    HALF_OPEN,
    /** None does. */
    OPEN
  }

  /**
   * When it opens.
   *
   * @param faultsMax in a row, without one that went well between them
   * @param openMs how long nothing is sent
   */
  public record Limits(int faultsMax, int openMs) {
    /** Five, and half a minute. */
    public static final Limits DEFAULT = new Limits(5, 30_000);
  }

  /**
   * @param isFault whether a failure is the server's: a refusal is an answer as any other
   */
  public Circuit(String name, Vertx vertx, Limits limits, Predicate<Throwable> isFault) {
    this.breaker =
        CircuitBreaker.create(
                name,
                vertx,
                new CircuitBreakerOptions()
                    .setMaxFailures(limits.faultsMax())
                    .setResetTimeout(limits.openMs())
                    .setTimeout(-1) // each call has its own
                    .setMaxRetries(0))
            .failurePolicy(done -> done.failed() && isFault.test(done.cause()));
  }

  /** Makes the call, or fails with {@link UpstreamFailed} at once. */
  public <T> Future<T> run(Supplier<Future<T>> call) {
    return breaker
        .execute(call)
        .recover(
            cause ->
                Future.failedFuture(
                    cause instanceof OpenCircuitException
                        ? new UpstreamFailed(
                            UpstreamFailed.Reason.LEFT_ALONE,
                            "It failed several times in a row and is left alone for a while.")
                        : cause));
  }

  /** Whether calls go through now. */
  public State state() {
    return State.valueOf(breaker.state().name());
  }
}
