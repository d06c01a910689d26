package nl.banenschakel.register.connector;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.platform.client.Circuit;

/**
 * A register for development: it answers from a {@link SimulatedWorld} as of its clock, as slowly
 * and as badly as it is told to. Safe for several threads.
 */
public final class SimulatedRegister implements RegisterBridge {
  private static final int PERCENT = 100;

  private final Vertx vertx;
  private final Clock clock;
  private final SimulatedWorld world;
  private volatile Manners manners;

  /**
   * How well it answers.
   *
   * @param delayMs about how long an answer takes
   * @param faultPercent how many of a hundred questions get no answer
   * @param fault what those get instead
   */
  public record Manners(int delayMs, int faultPercent, BridgeFailed.Reason fault) {
    /** At once, and always. */
    public static final Manners GOOD = new Manners(0, 0, BridgeFailed.Reason.UNREACHABLE);

    /** Nobody gets an answer. */
    public static Manners failing(BridgeFailed.Reason fault) {
      return new Manners(0, PERCENT, fault);
    }
  }

  /**
   * @param clock may move faster than time does
   */
  public SimulatedRegister(Vertx vertx, Clock clock, SimulatedWorld world, Manners manners) {
    this.vertx = vertx;
    this.clock = clock;
    this.world = world;
    this.manners = manners;
  }

  /** From now on it answers like this. */
  public void behave(Manners other) {
    manners = other;
  }

  @Override
  public Future<BridgeList> list(Loonheffingennummer number) {
    return answer(
        () -> {
          requireKnown(number);
          var now = clock.instant();
          return new BridgeList(today(now), refreshedOn(now), world.listed(number, now));
        });
  }

  @Override
  public Future<BridgeAnswer> ask(Loonheffingennummer number, Bsn bsn, Purpose purpose) {
    return answer(
        () -> {
          requireKnown(number);
          return answer(bsn, clock.instant());
        });
  }

  @Override
  public Future<LocalDate> updatedTo() {
    return answer(() -> world.refreshedOn(clock.instant()));
  }

  /** There is nothing between it and us that could be open. */
  @Override
  public Circuit.State state() {
    return Circuit.State.CLOSED;
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  /** The period is told as far as it lies in this calendar year and the last one (Wfsv 38d). */
  private BridgeAnswer answer(Bsn bsn, Instant now) {
    var today = today(now);
    var first = LocalDate.of(today.getYear() - 1, 1, 1);
    var last = LocalDate.of(today.getYear(), 12, 31);
    var told =
        world
            .registration(bsn, now)
            .filter(it -> !it.from().isAfter(last))
            .filter(it -> it.lastDay().map(day -> !day.isBefore(first)).orElse(true));
    return new BridgeAnswer(
        told.map(it -> it.holdsOn(today)).orElse(false),
        today,
        told.map(it -> it.from().isBefore(first) ? first : it.from()),
        told.flatMap(SimulatedWorld.Registration::lastDay).filter(day -> !day.isAfter(last)),
        refreshedOn(now));
  }

  private <T> Future<T> answer(Supplier<T> question) {
    var now = manners;
    if (now.delayMs() == 0) {
      return answered(now, question);
    }
    long ms = 1L + now.delayMs() / 2 + ThreadLocalRandom.current().nextInt(now.delayMs());
    return vertx.timer(ms, MILLISECONDS).compose(waited -> answered(now, question));
  }

  private static <T> Future<T> answered(Manners manners, Supplier<T> question) {
    if (ThreadLocalRandom.current().nextInt(PERCENT) < manners.faultPercent()) {
      return Future.failedFuture(
          new BridgeFailed(manners.fault(), "The simulated register fails now and then."));
    }
    try {
      return Future.succeededFuture(question.get());
    } catch (BridgeFailed refused) {
      return Future.failedFuture(refused);
    }
  }

  private void requireKnown(Loonheffingennummer number) {
    if (!world.knows(number)) {
      throw new BridgeFailed(
          BridgeFailed.Reason.NUMBER_UNKNOWN,
          "The register does not know this loonheffingennummer.");
    }
  }

  private Optional<LocalDate> refreshedOn(Instant now) {
    return Optional.of(world.refreshedOn(now));
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, Netherlands.ZONE);
  }
}
