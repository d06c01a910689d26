package nl.banenschakel.register.connector;

import static nl.banenschakel.testing.Await.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nl.banenschakel.testing.ContractOracle;
import nl.banenschakel.testing.Exchange;
import nl.banenschakel.testing.TestCertificates;

/**
 * A bridge as {@code openapi/register-connector.yaml} says, over HTTPS, in front of a simulated
 * register. What it answers by itself is laid beside that contract; a test may have it answer
 * otherwise.
 */
final class BridgeServer implements AutoCloseable {
  static final ContractOracle CONTRACT =
      ContractOracle.of(Path.of("openapi/register-connector.yaml"));

  private static final String PROBLEM = "application/problem+json";

  private final RegisterBridge register;
  private final Optional<String> token;
  private final HttpServer server;
  private final Queue<Consumer<HttpServerRequest>> instead = new ConcurrentLinkedQueue<>();
  private final List<String> deviations = new CopyOnWriteArrayList<>();
  private final BridgePages pages;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile UnaryOperator<JsonObject> change = UnaryOperator.identity();

  private record Answer(int status, JsonObject body) {}

  /**
   * Listens when it is made.
   *
   * @param token the only one that is taken; empty: the client's certificate tells who it is
   */
  BridgeServer(Vertx vertx, RegisterBridge register, Optional<String> token) {
    this.register = register;
    this.pages = new BridgePages(register);
    this.token = token;
    this.server =
        await(
            vertx
                .createHttpServer(options(token.isEmpty()))
                .connectionHandler(
                    connection -> {
                      connections.incrementAndGet();
                      connection.closeHandler(closed -> connections.decrementAndGet());
                    })
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1"));
  }

  String url() {
    return "https://127.0.0.1:%d/v1".formatted(server.actualPort());
  }

  /** The next requests get these answers. */
  void answerNext(List<Consumer<HttpServerRequest>> answers) {
    instead.addAll(answers);
  }

  /** From now on every answer that succeeds is changed like this: against the contract. */
  void spoil(UnaryOperator<JsonObject> how) {
    change = how;
  }

  /** So many times it can no longer give the rest of a list after its first page. */
  void forgetLists(int times) {
    pages.forget(times);
  }

  int requests() {
    return requests.get();
  }

  int connections() {
    return connections.get();
  }

  /** How it differed from the contract, where it was to keep to it. */
  List<String> deviations() {
    return List.copyOf(deviations);
  }

  @Override
  public void close() {
    await(server.close());
  }

  private static HttpServerOptions options(boolean byCertificate) {
    var own = TestCertificates.SERVER;
    var options =
        new HttpServerOptions()
            .setSsl(true)
            .setKeyCertOptions(
                new PemKeyCertOptions().addCertValue(own.certificate()).addKeyValue(own.key()));
    return byCertificate
        ? options
            .setClientAuth(ClientAuth.REQUIRED)
            .setTrustOptions(
                new PemTrustOptions().addCertValue(TestCertificates.CLIENT.certificate()))
        : options;
  }

  private void handle(HttpServerRequest request) {
    requests.incrementAndGet();
    var other = instead.poll();
    if (other != null) {
      other.accept(request);
      return;
    }
    var unused =
        request
            .body()
            .onSuccess(body -> answer(request, body).onSuccess(it -> end(request, body, it)));
  }

  private Future<Answer> answer(HttpServerRequest request, Buffer body) {
    var sent = Optional.ofNullable(request.getHeader("Authorization"));
    if (token.isPresent() && !sent.equals(token.map(it -> "Bearer " + it))) {
      return Future.succeededFuture(problem(401, "TOKEN_REQUIRED"));
    }
    var called =
        switch (request.method() + " " + request.path()) {
          case "POST /v1/register-lists/_search" -> pages.page(body.toJsonObject());
          case "POST /v1/register-answers/_search" -> pages.single(body.toJsonObject());
          case "GET /v1/register-status" ->
              register.updatedTo().map(day -> new JsonObject().put("updatedTo", day.toString()));
          default -> Future.<JsonObject>failedFuture("no such path");
        };
    return called
        .map(json -> new Answer(200, change.apply(json)))
        .otherwise(failure -> failed(request, failure));
  }

  /** How each way of failing looks on the line; 0 for those where there is no answer. */
  private static Answer failed(HttpServerRequest request, Throwable failure) {
    if (!(failure instanceof BridgeFailed failed)) {
      return "LIST_GONE".equals(failure.getMessage())
          ? problem(409, "LIST_GONE")
          : problem(404, "NOT_FOUND");
    }
    return switch (failed.reason()) {
      case NUMBER_UNKNOWN -> problem(404, "NUMBER_UNKNOWN");
      case MANDATE_MISSING -> problem(403, "MANDATE_MISSING");
      case ACCESS_REFUSED -> problem(401, "TOKEN_REQUIRED");
      case BUSY -> problem(503, "UNAVAILABLE_NOW");
      case DEFECT -> problem(500, "INTERNAL_DEFECT");
      case UNREADABLE -> new Answer(200, new JsonObject().put("grondslag", "x"));
      case UNREACHABLE, LEFT_ALONE -> {
        var unused = request.connection().close();
        yield new Answer(0, new JsonObject());
      }
      case TIMED_OUT -> new Answer(0, new JsonObject());
    };
  }

  private void end(HttpServerRequest request, Buffer sent, Answer answer) {
    if (answer.status() == 0) {
      return;
    }
    var response = request.response().setStatusCode(answer.status());
    response.putHeader("Content-Type", answer.status() == 200 ? "application/json" : PROBLEM);
    response.putHeader("API-Version", "1.0.0");
    response.putHeader("Cache-Control", "no-store");
    response.putHeader("Content-Security-Policy", "frame-ancestors 'none'");
    response.putHeader("Request-Id", UUID.randomUUID().toString());
    response.putHeader("Strict-Transport-Security", "max-age=31536000");
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("X-Frame-Options", "DENY");
    if (answer.status() == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    var body = answer.body().toBuffer();
    boolean isSpoiled = answer.body().containsKey("grondslag");
    if (!isSpoiled) {
      deviations.addAll(
          CONTRACT.deviations(
              new Exchange(
                  request.method().name(),
                  request.uri(),
                  Optional.ofNullable(request.getHeader("Content-Type")),
                  sent,
                  answer.status(),
                  response.headers(),
                  body)));
    }
    var unused = response.end(body);
  }

  static Answer problem(int status, String code) {
    return new Answer(
        status,
        new JsonObject()
            .put("type", "https://bridge.example.org/problems#" + code)
            .put("title", "Failed")
            .put("status", status)
            .put("detail", "It did not go well.")
            .put("instance", "urn:uuid:" + UUID.randomUUID())
            .put("code", code));
  }
}
