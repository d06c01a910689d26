package nl.banenschakel.platform.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.banenschakel.platform.client.UpstreamAnswer;
import nl.banenschakel.platform.client.UpstreamClient;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.json.StrictJson;

/**
 * The access token with which this gateway calls another server, got with the grant {@code
 * client_credentials}. It is kept until shortly before its end; who needs one while it is being
 * fetched waits for the same one. Safe for several threads.
 */
public final class AccessTokens {
  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,8192}=*");
  private static final Duration BEFORE_END = Duration.ofSeconds(30);
  private static final long KEPT_SECONDS_MAX = 3_600;
  private static final long KEPT_SECONDS_UNSAID = 60;

  private final UpstreamClient endpoint;
  private final ClientAssertion assertion;
  private final Optional<String> scope;
  private final Clock clock;
  private Future<Held> current = Future.failedFuture("none yet");

  private record Held(String token, Instant until) {
    /** Tells nothing of the token. */
    @Override
    public String toString() {
      return "Held[until=" + until + "]";
    }
  }

  /**
   * @param endpoint the token endpoint itself
   * @param scope what is asked for, where the endpoint wants to know
   */
  public AccessTokens(
      UpstreamClient endpoint, ClientAssertion assertion, Optional<String> scope, Clock clock) {
    this.endpoint = endpoint;
    this.assertion = assertion;
    this.scope = scope;
    this.clock = clock;
  }

  /** A token that is valid now. Fails with {@link AccessTokenFailed}, or as the client does. */
  public synchronized Future<String> token() {
    if (current.isComplete() && !isFresh()) {
      current = endpoint.post("", HEADERS, form()).map(this::held);
    }
    return current.map(Held::token);
  }

  /** The other server did not take this token: the next one is fetched anew. */
  public synchronized void refuse(String token) {
    if (current.succeeded() && current.result().token().equals(token)) {
      current = Future.failedFuture("refused");
    }
  }

  private boolean isFresh() {
    return current.succeeded() && clock.instant().isBefore(current.result().until());
  }

  private Buffer form() {
    var form = new StringBuilder("grant_type=client_credentials");
    form.append("&client_assertion_type=").append(encoded(ClientAssertion.TYPE));
    form.append("&client_assertion=").append(encoded(assertion.sign()));
    scope.ifPresent(asked -> form.append("&scope=").append(encoded(asked)));
    return Buffer.buffer(form.toString());
  }

  private Held held(UpstreamAnswer answer) {
    if (answer.status() != 200) {
      boolean temporary = answer.status() == 429 || answer.status() >= 500;
      throw new AccessTokenFailed(
          temporary, "The token endpoint answered with status %d.".formatted(answer.status()));
    }
    try {
      return held(StrictJson.object(answer.body()));
    } catch (Failure.Invalid | ClassCastException unreadable) {
      throw noToken();
    }
  }

  /** Members that we do not know are no mistake here (RFC 6749, 5.1). */
  private Held held(JsonObject answer) {
    var token = answer.getString("access_token", "");
    if (!TOKEN.matcher(token).matches()
        || !"bearer".equalsIgnoreCase(answer.getString("token_type", ""))) {
      throw noToken();
    }
    long said = answer.getLong("expires_in", KEPT_SECONDS_UNSAID);
    long kept = Math.min(said, KEPT_SECONDS_MAX);
    return new Held(token, clock.instant().plusSeconds(kept).minus(BEFORE_END));
  }

  private static AccessTokenFailed noToken() {
    return new AccessTokenFailed(false, "The token endpoint gave no bearer token.");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
