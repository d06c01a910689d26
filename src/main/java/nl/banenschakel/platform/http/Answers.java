package nl.banenschakel.platform.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.audit.Audit;
import nl.banenschakel.platform.audit.AuditLine;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.json.PlainJson;
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
    written(
        exchange,
        exchange.line(reply),
        () -> answer(exchange, reply.status(), reply.headers(), reply.bytes()));
  }

  /**
   * Answers what failed. What is no failure is a defect: logged here, and told no more than that.
   */
  void fail(Exchange exchange, Throwable cause) {
    if (cause instanceof Failure failure) {
      written(exchange, exchange.line(failure), () -> problem(exchange, Problem.of(failure)));
      return;
    }
    if (!exchange.response().closed()) {
      Defects.log(exchange.id(), exchange.operationId(), cause);
    }
    problem(exchange, Problem.defect());
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
    var headers = new HashMap<>(reply.headers());
    headers.putAll(problem.headers());
    answer(exchange, problem.status(), headers, reply.bytes());
  }

  private void written(Exchange exchange, Optional<AuditLine> line, Runnable answer) {
    line.map(audit::write)
        .orElseGet(Future::succeededFuture)
        .onSuccess(kept -> answer.run())
        .onFailure(lost -> problem(exchange, Problem.of(unwritten())));
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

  private void answer(Exchange exchange, int status, Map<String, String> headers, Buffer body) {
    if (!exchange.begin()) {
      return;
    }
    var response = exchange.response();
    if (response.closed()) {
      finish(exchange, SENDER_GONE, 0);
      return;
    }
    HEADERS.forEach(response::putHeader);
    response.putHeader("API-Version", apiVersion);
    response.putHeader("Request-Id", exchange.id().toString());
    headers.forEach(response::putHeader);
    if (exchange.body().isUnasked()) {
      response.putHeader("Connection", "close");
    }
    response
        .setStatusCode(status)
        .end(body)
        .onComplete(
            written -> {
              finish(exchange, written.succeeded() ? status : SENDER_GONE, body.length());
              discard(exchange.body());
            });
  }

  private void discard(RequestBody body) {
    if (body.discard()) {
      vertx.setTimer(HttpLimits.DISCARD_MS_MAX, late -> body.giveUp());
    }
  }

  private void finish(Exchange exchange, int status, int bytes) {
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
