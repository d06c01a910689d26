package nl.banenschakel.app;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.banenschakel.platform.audit.Audit;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.TokenGate;
import nl.banenschakel.platform.config.Config;
import nl.banenschakel.platform.http.Admission;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.HttpLimits;
import nl.banenschakel.platform.http.OpenapiDocument;
import nl.banenschakel.platform.http.OperationObserver;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.web.Web;

/** The contract's operations and the pages, on one port. */
final class HttpVerticle extends VerticleBase {
  private static final long DRAIN_SECONDS = 30;

  private final Gateway gateway;
  private final OpenapiDocument contract;
  private final Web pages;
  private final TokenGate gate;
  private final Audit audit;
  private final OperationObserver observer;
  private final Config.Http config;
  private Optional<HttpServer> server = Optional.empty();

  HttpVerticle(
      Gateway gateway,
      OpenapiDocument contract,
      Web pages,
      TokenGate gate,
      Audit audit,
      OperationObserver observer,
      Config.Http config) {
    this.gateway = gateway;
    this.contract = contract;
    this.pages = pages;
    this.gate = gate;
    this.audit = audit;
    this.observer = observer;
    this.config = config;
  }

  @Override
  public Future<HttpServer> start() {
    var http =
        Endpoints.create(
            vertx,
            new Admission(gate, gateway.party().representations()),
            contract.version(),
            audit,
            observer);
    gateway.mount(http);
    pages.mount(http);
    http.open(
        "getOpenapi",
        "/v1/openapi.json",
        Reads.NO_PERSONS,
        call ->
            Future.succeededFuture(
                Reply.bytes("application/json", contract.json())
                    .with("Access-Control-Allow-Origin", "*")));
    return http.server(vertx, HttpLimits.options())
        .listen(config.port(), config.host())
        .onSuccess(listening -> server = Optional.of(listening));
  }

  /** Takes nothing new, and ends when what is under way has ended, or after half a minute. */
  Future<Void> drain() {
    return server
        .map(listening -> listening.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS))
        .orElseGet(Future::succeededFuture);
  }

  /** The port it listens on, once started. */
  int port() {
    return server.map(HttpServer::actualPort).orElse(config.port());
  }
}
