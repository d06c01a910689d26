package nl.banenschakel.platform.auth;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.platform.client.UpstreamAnswer;
import nl.banenschakel.platform.client.UpstreamClient;
import nl.banenschakel.platform.client.UpstreamFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that an identity provider publishes (JWKS, RFC 7517), fetched again and again: a new key
 * is taken and a withdrawn one refused without a restart. An answer that is no good changes
 * nothing: the last good keys stay. Safe for several threads; one for the whole process.
 */
public final class KeySetClient {
  /** What the answer may hold: fifty keys with their certificates. */
  public static final int ANSWER_BYTES_MAX = 256 * 1024;

  /** Tokens that wait for a fetch; the next one with an unknown key is refused at once. */
  static final int WAITING_MAX = 100;

  private static final Logger LOG = LoggerFactory.getLogger(KeySetClient.class);
  private static final Map<String, String> HEADERS =
      Map.of("Accept", "application/jwk-set+json, application/json");
  private static final Set<String> TYPES = Set.of("application/json", "application/jwk-set+json");

  private final Vertx vertx;
  private final UpstreamClient endpoint;
  private final InstantSource clock;
  private final Timing timing;
  private final KeySetObserver observer;
  private Optional<KeySet> latest = Optional.empty();
  private Optional<TokenGate> gate = Optional.empty();
  private Instant asked = Instant.EPOCH;
  private Instant fresh = Instant.EPOCH;
  private Future<KeySet> underWay = Future.failedFuture("none yet");
  private int waiting;

  /**
   * When keys are fetched.
   *
   * @param refresh as a rule: with the time that one fetch takes, how long a withdrawn key may live
   * @param again the soonest, whatever unknown keys tokens name
   * @param look how often the clock is looked at
   */
  public record Timing(Duration refresh, Duration again, Duration look) {
    /** Every minute, and for unknown keys every half minute. */
    public static final Timing DEFAULT =
        new Timing(Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(1));
  }

  /**
   * @param endpoint where the keys are, exactly
   */
  public KeySetClient(
      Vertx vertx,
      UpstreamClient endpoint,
      InstantSource clock,
      Timing timing,
      KeySetObserver observer) {
    this.vertx = vertx;
    this.endpoint = endpoint;
    this.clock = clock;
    this.timing = timing;
    this.observer = observer;
  }

  /** Fetches now. Fails with {@link UpstreamFailed} or {@link IllegalArgumentException}. */
  public Future<KeySet> first() {
    return fetch();
  }

  /** From now on the gate has the latest good keys. */
  public synchronized void renew(TokenGate of) {
    gate = Optional.of(of);
    of.onUnknownKey(this::soon);
    vertx.setPeriodic(timing.look().toMillis(), look -> refresh());
  }

  /** How long ago the keys were last seen to be what they are. */
  public synchronized Duration age() {
    return Duration.between(fresh, clock.instant());
  }

  private void refresh() {
    if (isDue(timing.refresh())) {
      var unused = fetch();
    }
  }

  /** Succeeds, whatever came of it, when there is no point in waiting any longer. */
  private Future<Void> soon() {
    boolean admitted = admit();
    if (!admitted) {
      return Future.succeededFuture();
    }
    var asker = vertx.getOrCreateContext();
    Promise<Void> told = Promise.promise();
    fetch().onComplete(done -> asker.runOnContext(here -> told.complete()));
    return told.future().onComplete(done -> leave());
  }

  private synchronized boolean admit() {
    boolean mayWait = waiting < WAITING_MAX && (!underWay.isComplete() || isDue(timing.again()));
    waiting += mayWait ? 1 : 0;
    return mayWait;
  }

  private synchronized void leave() {
    waiting--;
  }

  /** A clock that was set back makes it due. */
  private synchronized boolean isDue(Duration after) {
    var since = Duration.between(asked, clock.instant());
    return since.isNegative() || since.compareTo(after) >= 0;
  }

  /** Who asks while a fetch is under way gets what that one brings. */
  private synchronized Future<KeySet> fetch() {
    if (underWay.isComplete()) {
      asked = clock.instant();
      underWay =
          endpoint
              .get("", HEADERS)
              .map(KeySetClient::keys)
              .onSuccess(this::keep)
              .onFailure(this::tell);
    }
    return underWay;
  }

  private static KeySet keys(UpstreamAnswer answer) {
    if (answer.status() != 200) {
      throw new IllegalArgumentException("its status is " + answer.status());
    }
    if (!TYPES.contains(answer.contentType())) {
      throw new IllegalArgumentException("it is no JSON by its media type");
    }
    return KeySet.published(answer.body());
  }

  /** Whoever is told of new keys finds the gate going by them. */
  private synchronized void keep(KeySet keys) {
    boolean changed = latest.filter(keys::equals).isEmpty();
    latest = Optional.of(keys);
    gate.ifPresent(going -> going.use(keys));
    fresh = clock.instant();
    observer.fetched(changed ? KeySetObserver.Outcome.CHANGED : KeySetObserver.Outcome.UNCHANGED);
    if (changed) {
      LOG.info("The keys of tokens changed; there are {} now", keys.keys().size());
    }
  }

  /** The messages are our own: none repeats what was answered. */
  private void tell(Throwable cause) {
    observer.fetched(KeySetObserver.Outcome.FAILED);
    boolean known = cause instanceof UpstreamFailed || cause instanceof IllegalArgumentException;
    LOG.warn(
        "The keys of tokens could not be fetched, so the last good ones stay: {}",
        known ? cause.getMessage() : cause.getClass().getSimpleName());
  }
}
