package nl.banenschakel.platform.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.json.PlainJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only class that ends a response: with a reply, or with a problem (RFC 9457). Every answer has
 * the headers of the API Design Rules 2.2.0, is logged in one line and is told to the observer.
 */
final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger("nl.banenschakel.request");
  private static final String PROBLEM_TYPE = "https://banenschakel.example/problems#";
  private static final int RETRY_AFTER_SECONDS = 5;
  private static final int SENDER_GONE = 499;

  private static final Map<String, String> HEADERS =
      Map.of(
          "API-Version", "1.0.0",
          "Cache-Control", "no-store",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer");

  private final OperationObserver observer;

  Answers(OperationObserver observer) {
    this.observer = observer;
  }

  /** Answers what succeeded. */
  void reply(Exchange exchange, Reply reply) {
    begin(exchange, reply.status(), reply.headers(), reply.body().orElseGet(Buffer::buffer));
  }

  /** Answers what failed, as a problem. */
  void fail(Exchange exchange, Throwable cause) {
    if (cause instanceof Failure failure) {
      problem(exchange, failure);
      return;
    }
    if (!exchange.response().closed()) {
      Defects.log(exchange.id(), exchange.operationId(), cause);
    }
    var body = problem(500, "INTERNAL_ERROR", "Something went wrong here, and not by your doing.");
    problem(exchange, 500, Map.of(), instance(body, exchange));
  }

  /** Answers bytes that are no HTTP request, or too much of one; then the connection ends. */
  void unreadable(HttpServerRequest request) {
    var cause = request.decoderResult().cause();
    var exchange = new Exchange(request);
    if (cause instanceof TooLongHttpLineException) {
      var body = problem(414, "ADDRESS_TOO_LONG", "The request line is too long.");
      problem(exchange, 414, Map.of(), instance(body, exchange));
    } else if (cause instanceof TooLongHttpHeaderException) {
      var body = problem(431, "HEADERS_TOO_LARGE", "The headers are too large.");
      problem(exchange, 431, Map.of(), instance(body, exchange));
    } else {
      fail(exchange, malformed());
    }
  }

  /** A request that HTTP itself does not allow. */
  static Failure malformed() {
    return new Failure.Invalid(
        List.of(
            new Violation("request", "REQUEST_MALFORMED", "This is not a well-formed request.")));
  }

  private void problem(Exchange exchange, Failure failure) {
    var body = problem(failure.status(), failure.code(), failure.detail());
    if (failure instanceof Failure.Unauthenticated) {
      // Nothing in the body tells one refusal from another: the id is in the header only.
      problem(exchange, failure.status(), Map.of("WWW-Authenticate", "Bearer"), body);
      return;
    }
    if (failure instanceof Failure.Invalid invalid) {
      body.put("errors", errors(invalid.violations())).put("errorsTotal", invalid.total());
    }
    problem(exchange, failure.status(), headers(failure), instance(body, exchange));
  }

  private static Map<String, String> headers(Failure failure) {
    if (failure instanceof Failure.MethodNotAllowed method) {
      return Map.of("Allow", method.allow());
    }
    return failure instanceof Failure.Unavailable
        ? Map.of("Retry-After", Integer.toString(RETRY_AFTER_SECONDS))
        : Map.of();
  }

  private void problem(
      Exchange exchange, int status, Map<String, String> headers, JsonObject body) {
    var title = exchange.response().setStatusCode(status).getStatusMessage();
    exchange.response().putHeader("Content-Type", "application/problem+json");
    begin(exchange, status, headers, PlainJson.write(body.put("title", title)));
  }

  private static JsonObject problem(int status, String code, String detail) {
    return new JsonObject()
        .put("type", PROBLEM_TYPE + code)
        .put("title", "")
        .put("status", status)
        .put("detail", detail)
        .put("code", code);
  }

  private static JsonObject instance(JsonObject body, Exchange exchange) {
    return body.put("instance", "urn:uuid:" + exchange.id());
  }

  private static JsonArray errors(List<Violation> violations) {
    var errors = new JsonArray();
    for (var violation : violations) {
      errors.add(
          new JsonObject()
              .put("at", violation.at())
              .put("code", violation.code())
              .put("detail", violation.detail()));
    }
    return errors;
  }

  private void begin(Exchange exchange, int status, Map<String, String> headers, Buffer body) {
    if (!exchange.begin()) {
      return;
    }
    var response = exchange.response();
    if (response.closed()) {
      finish(exchange, SENDER_GONE, 0);
      return;
    }
    HEADERS.forEach(response::putHeader);
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
              exchange.body().discard();
            });
  }

  private void finish(Exchange exchange, int status, int bytes) {
    var elapsed = exchange.elapsed();
    LOG.info(
        "operation={} status={} ms={} in={} out={} request={}",
        exchange.operationId(),
        status,
        elapsed.toMillis(),
        exchange.body().bytesRead(),
        bytes,
        exchange.id());
    observer.answered(exchange.operationId(), status, elapsed);
  }
}
