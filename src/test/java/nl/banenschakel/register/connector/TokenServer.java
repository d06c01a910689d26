package nl.banenschakel.register.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.testing.Await.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.net.URLDecoder;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import nl.banenschakel.platform.auth.AccessTokens;
import nl.banenschakel.platform.auth.ClientAssertion;
import nl.banenschakel.platform.client.UpstreamAddress;
import nl.banenschakel.platform.client.UpstreamClient;
import nl.banenschakel.platform.client.UpstreamTls;
import nl.banenschakel.testing.TestCertificates;

/**
 * A token endpoint on this machine that checks the assertion: its signature, its claims, that it
 * was never used before.
 */
final class TokenServer implements AutoCloseable {
  static final String TOKEN = "a-token.that~is_taken";
  static final String CLIENT_ID = "banenschakel-test";
  static final String AUDIENCE = "https://tokens.example.org/token";

  private final JWTAuth known;
  private final HttpServer server;
  private final AtomicInteger given = new AtomicInteger();
  private final Set<String> used = new HashSet<>();
  private volatile Optional<JsonObject> instead = Optional.empty();
  private volatile int status = 200;

  TokenServer(Vertx vertx) {
    known =
        JWTAuth.create(
            vertx,
            new JWTAuthOptions()
                .addPubSecKey(
                    new PubSecKeyOptions()
                        .setAlgorithm("ES256")
                        .setId("test-key")
                        .setBuffer(TestCertificates.CLIENT.publicKey())));
    server = await(vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1"));
  }

  /** A client of this endpoint. */
  AccessTokens tokens(Vertx vertx, Clock clock) {
    return tokens(vertx, clock, "ES256", TestCertificates.CLIENT.key());
  }

  AccessTokens tokens(Vertx vertx, Clock clock, String algorithm, Buffer pem) {
    var address = UpstreamAddress.parse("http://127.0.0.1:%d/token".formatted(server.actualPort()));
    var endpoint = UpstreamClient.of(vertx, address, UpstreamTls.ORDINARY, BridgeWorld.LIMITS);
    // The assertion is checked against the real time, whatever the test's clock says.
    var key = new ClientAssertion.Key(CLIENT_ID, AUDIENCE, algorithm, "test-key", pem);
    var assertion = ClientAssertion.of(vertx, key, Clock.systemUTC());
    return new AccessTokens(endpoint, assertion, Optional.of("register:read"), clock);
  }

  /** From now on it answers this. */
  void answer(int otherStatus, JsonObject body) {
    status = otherStatus;
    instead = Optional.of(body);
  }

  /** How many tokens were asked for and given. */
  int given() {
    return given.get();
  }

  @Override
  public void close() {
    await(server.close());
  }

  private void handle(HttpServerRequest request) {
    var unused =
        request
            .body()
            .compose(
                body -> {
                  var form = form(body.toString());
                  return known
                      .authenticate(new TokenCredentials(form.getOrDefault("client_assertion", "")))
                      .map(user -> isRight(form, user.attributes().getJsonObject("accessToken")));
                })
            .otherwise(false)
            .onSuccess(right -> end(request, right));
  }

  private synchronized boolean isRight(Map<String, String> form, JsonObject claims) {
    return "client_credentials".equals(form.get("grant_type"))
        && "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
            .equals(form.get("client_assertion_type"))
        && "register:read".equals(form.get("scope"))
        && CLIENT_ID.equals(claims.getString("iss"))
        && CLIENT_ID.equals(claims.getString("sub"))
        && AUDIENCE.equals(claims.getString("aud"))
        && claims.getLong("exp") - claims.getLong("iat") <= 60
        && claims.getString("jti").length() >= 32
        && used.add(claims.getString("jti"));
  }

  private void end(HttpServerRequest request, boolean right) {
    var ours =
        new JsonObject()
            .put("access_token", TOKEN)
            .put("token_type", "Bearer")
            .put("expires_in", 300)
            .put("something_else", "that a client need not know");
    int code = right ? status : 400;
    if (code == 200) {
      given.incrementAndGet();
    }
    var unused =
        request
            .response()
            .setStatusCode(code)
            .putHeader("Content-Type", "application/json")
            .end(right ? instead.orElse(ours).encode() : "{\"error\":\"invalid_client\"}");
  }

  private static Map<String, String> form(String body) {
    var form = new HashMap<String, String>();
    for (var field : body.split("&", -1)) {
      int equals = (field + "=").indexOf('=');
      form.put(
          field.substring(0, equals),
          URLDecoder.decode(field.substring(Math.min(equals + 1, field.length())), UTF_8));
    }
    return form;
  }
}
