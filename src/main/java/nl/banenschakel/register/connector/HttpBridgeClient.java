package nl.banenschakel.register.connector;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.platform.auth.AccessTokens;
import nl.banenschakel.platform.client.Circuit;
import nl.banenschakel.platform.client.Retries;
import nl.banenschakel.platform.client.UpstreamAnswer;
import nl.banenschakel.platform.client.UpstreamClient;

/**
 * Asks a bridge that offers {@code openapi/register-connector.yaml}. Every question only reads, so
 * each may be tried again; a refusal is not. A list counts only when all its pages are there.
 */
public final class HttpBridgeClient implements RegisterBridge {
  /** Pages of one list: a bridge may make them smaller than asked. */
  private static final int PAGES_MAX = 200;

  /** Times that a list is begun, when the bridge could not give the rest of it. */
  private static final int BEGUN_MAX = 3;

  private static final String JSON = "application/json";

  private final UpstreamClient bridge;
  private final Optional<AccessTokens> tokens;
  private final InstantSource clock;
  private final Circuit circuit;
  private final Retries retries;

  /** How patient it is. */
  public record Patience(Circuit.Limits circuit, Retries.Limits retries) {
    /** As the contract says. */
    public static final Patience DEFAULT =
        new Patience(Circuit.Limits.DEFAULT, Retries.Limits.DEFAULT);
  }

  /**
   * @param tokens where the bridge wants an access token; without, the certificate tells who we are
   * @param clock tells the day after which no answer speaks
   */
  public HttpBridgeClient(
      Vertx vertx,
      UpstreamClient bridge,
      Optional<AccessTokens> tokens,
      Patience patience,
      InstantSource clock) {
    this.bridge = bridge;
    this.tokens = tokens;
    this.clock = clock;
    this.circuit =
        new Circuit("register-bridge", vertx, patience.circuit(), HttpBridgeClient::isFault);
    this.retries = new Retries(vertx, patience.retries(), HttpBridgeClient::repeatable);
  }

  @Override
  public Future<BridgeList> list(Loonheffingennummer number) {
    return list(number, 1);
  }

  @Override
  public Future<BridgeAnswer> ask(Loonheffingennummer number, Bsn bsn, Purpose purpose) {
    var body = BridgeJson.answerSearch(number, bsn, purpose);
    return call(
        Optional.of(body),
        "/register-answers/_search",
        answer -> BridgeJson.answer(answer, today()));
  }

  @Override
  public Future<LocalDate> updatedTo() {
    return call(
        Optional.empty(), "/register-status", answer -> BridgeJson.updatedTo(answer, today()));
  }

  @Override
  public Circuit.State state() {
    return circuit.state();
  }

  @Override
  public Future<Void> close() {
    return bridge.close();
  }

  private Future<BridgeList> list(Loonheffingennummer number, int begun) {
    return page(number, Optional.empty())
        .compose(first -> following(new ListAssembly(number, first), 1))
        .recover(
            failed ->
                failed instanceof BridgeRefusal.ListGone
                    ? begun < BEGUN_MAX ? list(number, begun + 1) : restless()
                    : Future.failedFuture(failed));
  }

  /**
   * One page after another: at most {@value #PAGES_MAX}, so this chain does not grow without end.
   */
  private Future<BridgeList> following(ListAssembly list, int pages) {
    var cursor = list.following();
    if (cursor.isEmpty()) {
      return Future.succeededFuture(list.whole());
    }
    if (pages >= PAGES_MAX) {
      return Future.failedFuture(
          BridgeRefusal.unreadable("A list comes in at most %d pages.".formatted(PAGES_MAX)));
    }
    return page(list.number(), cursor)
        .compose(
            page -> {
              list.add(page);
              return following(list, pages + 1);
            });
  }

  private Future<BridgeJson.Page> page(
      Loonheffingennummer number, Optional<BridgeJson.Cursor> cursor) {
    var body = BridgeJson.listSearch(number, cursor);
    return call(
        Optional.of(body), "/register-lists/_search", answer -> BridgeJson.page(answer, today()));
  }

  private <T> Future<T> call(Optional<Buffer> body, String path, Function<Buffer, T> read) {
    Supplier<Future<T>> once =
        () -> asked(body, path).map(answer -> read.apply(BridgeRefusal.taken(answer)));
    return retries
        .run(() -> circuit.run(() -> once.get().recover(BridgeRefusal::translated)))
        .recover(BridgeRefusal::translated);
  }

  private Future<UpstreamAnswer> asked(Optional<Buffer> body, String path) {
    if (tokens.isEmpty()) {
      return sent(body, path, Optional.empty());
    }
    // A token may end, or be withdrawn, before its time: once, another one is fetched.
    return sentWithToken(body, path)
        .compose(
            answer ->
                answer.status() == 401
                    ? sentWithToken(body, path)
                    : Future.succeededFuture(answer));
  }

  private Future<UpstreamAnswer> sentWithToken(Optional<Buffer> body, String path) {
    var source = tokens.orElseThrow();
    return source
        .token()
        .compose(
            token ->
                sent(body, path, Optional.of(token))
                    .onSuccess(
                        answer -> {
                          if (answer.status() == 401) {
                            source.refuse(token);
                          }
                        }));
  }

  private Future<UpstreamAnswer> sent(Optional<Buffer> body, String path, Optional<String> token) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", JSON + ", application/problem+json");
    token.ifPresent(value -> headers.put("Authorization", "Bearer " + value));
    if (body.isEmpty()) {
      return bridge.get(path, headers);
    }
    headers.put("Content-Type", JSON);
    return bridge.post(path, headers, body.get());
  }

  private LocalDate today() {
    return Netherlands.today(clock);
  }

  private static boolean isFault(Throwable cause) {
    return !(cause instanceof BridgeRefusal.ListGone)
        && !(cause instanceof BridgeFailed failed && !failed.reason().isFault());
  }

  private static Optional<Duration> repeatable(Throwable cause) {
    return cause instanceof BridgeFailed failed && failed.reason().isRepeatable()
        ? Optional.of(failed.retryAfter().orElse(Duration.ZERO))
        : Optional.empty();
  }

  private static Future<BridgeList> restless() {
    return Future.failedFuture(
        new BridgeFailed(
            BridgeFailed.Reason.BUSY, "The list changed each time while it was read."));
  }
}
