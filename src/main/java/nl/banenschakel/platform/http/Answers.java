package nl.banenschakel.platform.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import nl.banenschakel.platform.audit.Audit;
import nl.banenschakel.platform.audit.AuditLine;
import nl.banenschakel.platform.failure.Defects;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.json.PlainJson;
import nl.banenschakel.platform.stream.Chunks;
import nl.banenschakel.platform.stream.Outflow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only class that ends a response: with a reply or with a problem. Every answer has the headers
 * of the API Design Rules 2.2.0, is logged in one line (never an address with its query, never a
 * header) and is told to the observer. What tells of people, and what refuses somebody, is written
 * in the audit before it leaves; where that cannot be, there is no such answer.
 */
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger("nl.banenschakel.request");
  private static final int SENDER_GONE = 499;

  private static final Map<String, String> HEADERS =
      Map.of(
          "Cache-Control", "no-store",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer");

  private final Vertx vertx;
  private final String apiVersion;
  private final Audit audit;
  private final OperationObserver observer;
  private ErrorPage errorPage = ErrorPage.NONE;

  Answers(Vertx vertx, String apiVersion, Audit audit, OperationObserver observer) {
    this.vertx = vertx;
    this.apiVersion = apiVersion;
    this.audit = audit;
    this.observer = observer;
  }

  /** Before the server listens: how failures look to people. */
  void errorPage(ErrorPage page) {
    errorPage = page;
  }

  /** Answers what succeeded. */
  void reply(Exchange exchange, Reply reply) {
    if (reply.rest().isPresent() && exchange.request().version() == HttpVersion.HTTP_1_0) {
      reply.abandon();
      problem(exchange, Problem.needsHttp11());
      return;
    }
    written(exchange, exchange.line(reply), () -> answer(exchange, reply), reply::abandon);
  }

  /**
   * Answers what failed. What is no failure is a defect: logged here, and told no more than that.
   */
  void fail(Exchange exchange, Throwable cause) {
    if (cause instanceof Failure failure) {
      failed(exchange, Problem.of(failure));
    } else if (exchange.response().closed()) {
      problem(exchange, Problem.defect());
    } else {
      Defects.log(exchange.id(), exchange.operationId(), cause);
      failed(exchange, Problem.defect());
    }
  }

  /** Answers bytes that are no HTTP request, or too much of one; then the connection ends. */
  void unreadable(HttpServerRequest request) {
    var cause = request.decoderResult().cause();
    var problem =
        cause instanceof TooLongHttpLineException
            ? Problem.addressTooLong()
            : cause instanceof TooLongHttpHeaderException
                ? Problem.headersTooLarge()
                : Problem.malformed();
    problem(new Exchange(request), problem);
  }

  /** Answers with a problem: as a page to who reads pages, else as a document. */
  void problem(Exchange exchange, Problem problem) {
    var reply =
        page(exchange.request(), problem.status())
            .orElseGet(() -> document(problem, exchange.id()));
    var page = reply.withStatus(problem.status());
    for (var header : problem.headers().entrySet()) {
      page = page.with(header.getKey(), header.getValue());
    }
    answer(exchange, page);
  }

  /** A fault of ours is told also where it cannot be written down: it tells of nobody. */
  private void failed(Exchange exchange, Problem problem) {
    var line = exchange.line(problem);
    Runnable answer = () -> problem(exchange, problem);
    if (problem.isFault()) {
      line.map(audit::write).orElseGet(Future::succeededFuture).onComplete(done -> answer.run());
    } else {
      written(exchange, line, answer, () -> {});
    }
  }

  private void written(
      Exchange exchange, Optional<AuditLine> line, Runnable answer, Runnable abandon) {
    line.map(audit::write)
        .orElseGet(Future::succeededFuture)
        .onSuccess(kept -> answer.run())
        .onFailure(
            lost -> {
              abandon.run();
              problem(exchange, Problem.of(unwritten()));
            });
  }

  /** Something may have taken effect: only the answer is held back. */
  private static Failure unwritten() {
    return new Failure.Unavailable(
        "Who reads what cannot be written down at this moment, so nothing is told.");
  }

  private static Reply document(Problem problem, UUID request) {
    return Reply.bytes(Problem.MEDIA_TYPE, PlainJson.write(problem.body(request)));
  }

  private Optional<Reply> page(HttpServerRequest request, int status) {
    var path = request.path();
    var accepted = AcceptHeader.of(request.headers().getAll(HttpHeaders.ACCEPT));
    boolean prefersHtml = accepted.weight("text/html") > accepted.weight(Problem.MEDIA_TYPE);
    return path != null && prefersHtml ? errorPage.of(path, status) : Optional.empty();
  }

  private void answer(Exchange exchange, Reply reply) {
    if (!exchange.begin()) {
      reply.abandon();
      return;
    }
    var response = exchange.response();
    if (response.closed()) {
      reply.abandon();
      finish(exchange, SENDER_GONE, 0);
      return;
    }
    HEADERS.forEach(response::putHeader);
    response.putHeader("API-Version", apiVersion);
    response.putHeader("Request-Id", exchange.id().toString());
    reply.headers().forEach(response::putHeader);
    if (exchange.body().isUnasked()) {
      response.putHeader("Connection", "close");
    }
    response.setStatusCode(reply.status());
    reply
        .rest()
        .ifPresentOrElse(rest -> stream(exchange, reply, rest), () -> send(exchange, reply));
  }

  private void send(Exchange exchange, Reply reply) {
    exchange
        .response()
        .end(reply.bytes())
        .onComplete(
            sent -> {
              int status = sent.succeeded() ? reply.status() : SENDER_GONE;
              finish(exchange, status, reply.bytes().length());
            });
  }

  private void stream(Exchange exchange, Reply reply, Chunks rest) {
    var response = exchange.response().setChunked(true);
    if (exchange.request().method().equals(HttpMethod.HEAD)) {
      rest.close();
      response.end().onComplete(sent -> finish(exchange, reply.status(), 0));
      return;
    }
    var all = Chunks.inTurn(List.of(Chunks.once(reply::bytes), rest), rest::close);
    var outflow = new Outflow(vertx, all, response);
    response.closeHandler(gone -> outflow.fail(new ClosedChannelException()));
    outflow
        .run()
        .compose(sent -> response.end())
        .onSuccess(ended -> finish(exchange, reply.status(), outflow.bytes()))
        .onFailure(cause -> finish(exchange, cut(exchange, cause), outflow.bytes()));
  }

  /**
   * Ends the connection, and not the body: nobody takes half of it for all of it.
   *
   * @return the status that it comes to
   */
  private static int cut(Exchange exchange, Throwable cause) {
    boolean isGone =
        exchange.response().closed()
            || cause instanceof TimeoutException
            || cause instanceof IOException;
    exchange.request().connection().close().onComplete(closed -> {});
    if (isGone) {
      return SENDER_GONE;
    }
    if (cause instanceof Failure failure) {
      return failure.status();
    }
    Defects.log(exchange.id(), exchange.operationId(), cause);
    return Problem.defect().status();
  }

  private void discard(RequestBody body) {
    if (body.discard()) {
      vertx.setTimer(HttpLimits.DISCARD_MS_MAX, late -> body.giveUp());
    }
  }

  private void finish(Exchange exchange, int status, long bytes) {
    discard(exchange.body());
    var elapsed = exchange.elapsed();
    LOG.info(
        "operation={} status={} ms={} in={} out={} request={} trace={}",
        exchange.operationId(),
        status,
        elapsed.toMillis(),
        exchange.body().bytesRead(),
        bytes,
        exchange.id(),
        exchange.trace().trace());
    observer.answered(exchange.operationId(), status, elapsed);
  }
}
