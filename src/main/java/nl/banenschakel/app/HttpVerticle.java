package nl.banenschakel.app;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import nl.banenschakel.platform.auth.TokenGate;
import nl.banenschakel.platform.config.Config;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.HttpLimits;
import nl.banenschakel.platform.http.OpenapiDocument;
import nl.banenschakel.platform.http.OperationObserver;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.web.Web;

/** The contract's operations and the pages, on one port. */
final class HttpVerticle extends VerticleBase {
  private final Gateway gateway;
  private final Web pages;
  private final TokenGate gate;
  private final OperationObserver observer;
  private final Config.Http config;
  private int port;

  HttpVerticle(
      Gateway gateway, Web pages, TokenGate gate, OperationObserver observer, Config.Http config) {
    this.gateway = gateway;
    this.pages = pages;
    this.gate = gate;
    this.observer = observer;
    this.config = config;
  }

  @Override
  public Future<HttpServer> start() {
    var contract = OpenapiDocument.load();
    var http = Endpoints.create(vertx, gate, contract.version(), observer);
    gateway.mount(http);
    pages.mount(http);
    http.open(
        "getOpenapi",
        "/v1/openapi.json",
        call ->
            Future.succeededFuture(
                Reply.bytes("application/json", contract.json())
                    .with("Access-Control-Allow-Origin", "*")));
    return http.server(vertx, HttpLimits.options())
        .listen(config.port(), config.host())
        .onSuccess(server -> port = server.actualPort());
  }

  /** The port it listens on, once started. */
  int port() {
    return port;
  }
}
