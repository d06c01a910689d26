package nl.banenschakel.app;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import nl.banenschakel.platform.config.Config;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.metrics.Metrics;
import nl.banenschakel.register.connector.RegisterBridge;

/** Health, readiness and metrics, on a port of their own that clients never reach. */
final class ManagementVerticle extends VerticleBase {
  private static final String TEXT = "text/plain; charset=utf-8";

  private final Db db;
  private final Metrics metrics;
  private final Config.Management config;
  private final Optional<RegisterBridge> register;
  private int port;

  ManagementVerticle(
      Db db, Metrics metrics, Config.Management config, Optional<RegisterBridge> register) {
    this.db = db;
    this.metrics = metrics;
    this.config = config;
    this.register = register;
  }

  @Override
  public Future<HttpServer> start() {
    return vertx
        .createHttpServer()
        .requestHandler(this::answer)
        .listen(config.port(), config.host())
        .onSuccess(server -> port = server.actualPort());
  }

  /** The port it listens on, once started. */
  int port() {
    return port;
  }

  private void answer(HttpServerRequest request) {
    switch (request.path()) {
      case "/health" -> reply(request, 200, TEXT, health());
      case "/ready" ->
          db.ping()
              .onSuccess(there -> reply(request, 200, TEXT, "ready\n"))
              .onFailure(away -> reply(request, 503, TEXT, "The database does not answer.\n"));
      case "/metrics" ->
          // Gauges of the process and of its memory read files: no loop waits for them.
          vertx
              .executeBlocking(metrics::scrape, false)
              .onSuccess(all -> reply(request, 200, Metrics.CONTENT_TYPE, all))
              .onFailure(failed -> reply(request, 500, TEXT, "The figures cannot be read.\n"));
      default -> reply(request, 404, TEXT, "Here are /health, /ready and /metrics.\n");
    }
  }

  /** A register that is away is no reason to start the gateway anew: it is up all the same. */
  private String health() {
    return "up\n" + register.map(ManagementVerticle::circuit).orElse("");
  }

  private static String circuit(RegisterBridge bridge) {
    return "register connector: circuit " + bridge.state().name().toLowerCase(Locale.ROOT) + "\n";
  }

  private static void reply(HttpServerRequest request, int status, String type, String body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-store")
        .end(body);
  }
}
