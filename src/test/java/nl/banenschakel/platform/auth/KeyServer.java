package nl.banenschakel.platform.auth;

import static nl.banenschakel.testing.Await.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import nl.banenschakel.platform.client.UpstreamAddress;
import nl.banenschakel.platform.client.UpstreamClient;
import nl.banenschakel.platform.client.UpstreamTls;

/** An identity provider that publishes keys on this machine, or does what it should not. */
final class KeyServer implements AutoCloseable {
  static final int TIMEOUT_MS = 2_000;

  private static final String JWK_SET = "application/jwk-set+json";
  private static final Duration LOOK = Duration.ofMillis(10);

  private final Vertx vertx;
  private final HttpServer server;
  private final AtomicInteger asked = new AtomicInteger();
  private final List<KeySetObserver.Outcome> outcomes = new CopyOnWriteArrayList<>();
  private volatile Consumer<HttpServerRequest> answer = request -> request.response().reset();
  private volatile Instant now = Instant.now();

  KeyServer(Vertx vertx) {
    this.vertx = vertx;
    server = await(vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1"));
  }

  /** From now on it publishes these. */
  void publish(Buffer keys) {
    answer(200, JWK_SET, keys);
  }

  void answer(int status, String type, Buffer body) {
    answer = request -> end(request, status, type, body);
  }

  /** Somewhere else they are, it says. */
  void redirect(Buffer keys) {
    answer =
        request -> {
          if (request.path().equals("/elsewhere")) {
            end(request, 200, JWK_SET, keys);
          } else {
            request.response().putHeader("Location", "/elsewhere");
            end(request, 302, JWK_SET, keys);
          }
        };
  }

  /** From now on an answer begins, and goes on for ever, a byte at a time. */
  void drip() {
    answer =
        request -> {
          var response = request.response().setChunked(true).putHeader("Content-Type", JWK_SET);
          long timer =
              vertx.setPeriodic(
                  20,
                  drop -> {
                    var unused = response.write(" ");
                  });
          response.closeHandler(closed -> vertx.cancelTimer(timer));
        };
  }

  /** A client of it, whose clock is turned by the test. */
  KeySetClient client() {
    var address = UpstreamAddress.parse("http://127.0.0.1:%d/certs".formatted(server.actualPort()));
    var limits = new UpstreamClient.Limits(TIMEOUT_MS, KeySetClient.ANSWER_BYTES_MAX, 1, 1);
    var endpoint = UpstreamClient.of(vertx, address, UpstreamTls.ORDINARY, limits);
    var timing = new KeySetClient.Timing(Duration.ofSeconds(60), Duration.ofSeconds(30), LOOK);
    return new KeySetClient(vertx, endpoint, clock(), timing, outcomes::add);
  }

  InstantSource clock() {
    return () -> now;
  }

  void turn(Duration forward) {
    now = now.plus(forward);
  }

  /** How often it was asked. */
  int asked() {
    return asked.get();
  }

  /** What came of each fetch. */
  List<KeySetObserver.Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  /** Turns the clock, and waits for what came of the fetch that is due then. */
  KeySetObserver.Outcome outcomeAfter(Duration forward) throws InterruptedException {
    int before = outcomes.size();
    turn(forward);
    for (int i = 0; i < 1_000 && outcomes.size() == before; i++) {
      Thread.sleep(10);
    }
    return outcomes.get(before);
  }

  @Override
  public void close() {
    await(server.close());
  }

  private void handle(HttpServerRequest request) {
    asked.incrementAndGet();
    answer.accept(request);
  }

  private static void end(HttpServerRequest request, int status, String type, Buffer body) {
    var unused = request.response().setStatusCode(status).putHeader("Content-Type", type).end(body);
  }
}
