package nl.banenschakel.testing;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request and its answer, as {@link ContractOracle} sees them.
 *
 * @param method in capitals
 * @param target path and query as they were sent, such as {@code /v1/reconciliations?limit=2}
 * @param requestType the header Content-Type of the request, where it had a body
 * @param requestBody empty where it had none
 * @param responseHeaders names in any case
 * @param responseBody empty where it had none
 */
public record Exchange(
    String method,
    String target,
    Optional<String> requestType,
    Buffer requestBody,
    int status,
    MultiMap responseHeaders,
    Buffer responseBody) {

  /** The path alone. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** What the query holds; of a repeated name the last value. */
  Map<String, String> queryParameters() {
    var parameters = new TreeMap<String, String>();
    int query = target.indexOf('?');
    for (var parameter : target.substring(query < 0 ? target.length() : query + 1).split("&", -1)) {
      if (!parameter.isEmpty()) {
        int equals = (parameter + "=").indexOf('=');
        var value = parameter.substring(Math.min(equals + 1, parameter.length()));
        parameters.put(decoded(parameter.substring(0, equals)), decoded(value));
      }
    }
    return parameters;
  }

  boolean succeeded() {
    return status >= 200 && status < 300;
  }

  /** A media type without parameters, in lower case. */
  static String essence(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
