package nl.banenschakel.platform.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/** Reads {@code application/x-www-form-urlencoded} in UTF-8. */
final class FormFields {
  private FormFields() {}

  /** Each field with its first value; throws {@link Failure.Invalid} at a wrong percent sign. */
  static Map<String, String> parse(Buffer body) {
    var text = body.toString(StandardCharsets.UTF_8);
    try {
      var fields = new HashMap<String, String>();
      new QueryStringDecoder(text, StandardCharsets.UTF_8, false, HttpLimits.FORM_FIELDS_MAX)
          .parameters()
          .forEach((name, values) -> fields.put(name, values.get(0)));
      return Map.copyOf(fields);
    } catch (IllegalArgumentException malformed) {
      var mistake = new Violation("body", "REQUEST_MALFORMED", "This is not a well-formed form.");
      throw new Failure.Invalid(List.of(mistake));
    }
  }
}
