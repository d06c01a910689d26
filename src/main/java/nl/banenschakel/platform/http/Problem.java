package nl.banenschakel.platform.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/**
 * What went wrong, as RFC 9457 writes it. Its codes are those of {@code openapi/problems.md}.
 *
 * @param status the HTTP status
 * @param headers that belong to this status
 * @param body the members, without {@code instance}
 * @param named whether the body names this one answer: a refused token's does not, so that nothing
 *     tells one refusal from another
 */
record Problem(int status, Map<String, String> headers, JsonObject body, boolean named) {
  static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPE = "https://banenschakel.example.org/problems#";
  private static final int SERVER_FAULT = 500;
  private static final String RETRY_AFTER_SECONDS = "5";

  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "The input is invalid"),
          Map.entry(401, "A valid token is needed"),
          Map.entry(403, "Not allowed"),
          Map.entry(404, "Not found"),
          Map.entry(405, "Method not allowed"),
          Map.entry(406, "Not acceptable"),
          Map.entry(409, "Conflict"),
          Map.entry(412, "Changed meanwhile"),
          Map.entry(413, "Too large"),
          Map.entry(414, "Address too long"),
          Map.entry(415, "Media type not supported"),
          Map.entry(428, "If-Match required"),
          Map.entry(431, "Headers too large"),
          Map.entry(503, "Unavailable"));

  /** What a failure is answered with. */
  static Problem of(Failure failure) {
    var body = body(failure.status(), failure.code(), failure.detail());
    if (failure instanceof Failure.Invalid invalid) {
      body.put("errors", errors(invalid.violations())).put("errorsTotal", invalid.total());
      invalid.upload().ifPresent(address -> body.put("upload", address));
    }
    boolean named = !(failure instanceof Failure.Unauthenticated);
    return new Problem(failure.status(), headers(failure), body, named);
  }

  /** What a defect is answered with: always the same sentence. */
  static Problem defect() {
    return of(500, "INTERNAL_DEFECT", "Something went wrong here, and not by your doing.");
  }

  /** More of a request line than is read. */
  static Problem addressTooLong() {
    return of(414, "ADDRESS_TOO_LONG", "The request line is too long.");
  }

  /** More headers than are read. */
  static Problem headersTooLarge() {
    return of(431, "HEADERS_TOO_LARGE", "The headers are too large.");
  }

  /** An answer whose end HTTP/1.0 cannot tell from a connection that broke. */
  static Problem needsHttp11() {
    return of(505, "HTTP_VERSION_TOO_OLD", "This answer is sent in pieces, which takes HTTP/1.1.");
  }

  /** A request that HTTP itself does not allow. */
  static Problem malformed() {
    var mistake =
        new Violation("request", "REQUEST_MALFORMED", "This is not a well-formed request.");
    return of(new Failure.Invalid(List.of(mistake)));
  }

  /** The stable code. */
  String code() {
    return body.getString("code");
  }

  /** Whether it is ours, and not the caller's. */
  boolean isFault() {
    return status >= SERVER_FAULT;
  }

  /** The body of one answer, which it names by the request's id. */
  JsonObject body(UUID request) {
    return named ? body.copy().put("instance", "urn:uuid:" + request) : body;
  }

  private static Problem of(int status, String code, String detail) {
    return new Problem(status, Map.of(), body(status, code, detail), true);
  }

  private static JsonObject body(int status, String code, String detail) {
    return new JsonObject(new LinkedHashMap<>())
        .put("type", TYPE + code.toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("title", Optional.ofNullable(TITLES.get(status)).orElse("Internal error"))
        .put("status", status)
        .put("detail", detail)
        .put("code", code);
  }

  private static Map<String, String> headers(Failure failure) {
    if (failure instanceof Failure.MethodNotAllowed method) {
      return Map.of("Allow", method.allow());
    }
    if (failure instanceof Failure.Unauthenticated) {
      return Map.of("WWW-Authenticate", "Bearer");
    }
    return failure instanceof Failure.Unavailable
        ? Map.of("Retry-After", RETRY_AFTER_SECONDS)
        : Map.of();
  }

  private static JsonArray errors(List<Violation> violations) {
    var errors = new JsonArray();
    for (var violation : violations) {
      var error =
          new JsonObject()
              .put("at", violation.at())
              .put("code", violation.code())
              .put("detail", violation.detail());
      violation.line().ifPresent(line -> error.put("line", line));
      errors.add(error);
    }
    return errors;
  }
}
