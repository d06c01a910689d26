package nl.banenschakel.platform.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.UUID;

/** One request and its answer, from the first byte of the one to the last of the other. */
final class Exchange {
  /** The operation of a request that is for none. */
  static final String NO_OPERATION = "none";

  private static final String KEY = Exchange.class.getName();

  private final HttpServerRequest request;
  private final RequestBody body;
  private final UUID id = UUID.randomUUID();
  private final long startedNs = System.nanoTime();
  private String operationId = NO_OPERATION;
  private boolean answered;

  Exchange(HttpServerRequest request) {
    this.request = request;
    this.body = new RequestBody(request);
  }

  /** The exchange of a routing context: begun when first asked for. */
  static Exchange of(RoutingContext context) {
    Exchange begun = context.get(KEY);
    if (begun == null) {
      begun = new Exchange(context.request());
      context.put(KEY, begun);
    }
    return begun;
  }

  HttpServerRequest request() {
    return request;
  }

  HttpServerResponse response() {
    return request.response();
  }

  RequestBody body() {
    return body;
  }

  /** The correlation id: in the log, in the header {@code Request-Id}, in the problem. */
  UUID id() {
    return id;
  }

  String operationId() {
    return operationId;
  }

  void operationId(String known) {
    operationId = known;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedNs);
  }

  /** True once: an exchange has one answer. */
  boolean begin() {
    boolean first = !answered;
    answered = true;
    return first;
  }
}
