package nl.banenschakel.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object as RFC 8259 writes it and no looser: UTF-8 only, no name twice in one
 * object (which of the two counts differs from reader to reader), at most {@value #DEPTH_MAX}
 * levels deep, nothing after it. A mistake is told with its line and column, both from 1, and never
 * with the text found there.
 */
public final class StrictJson {
  /** Objects and lists within each other, the outermost included. */
  public static final int DEPTH_MAX = 20;

  private static final int NUMBER_CHARS_MAX = 100;
  private static final int NAME_CHARS_MAX = 1_000;

  // Names come from outside: they are neither interned nor kept from one body to the next.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(NUMBER_CHARS_MAX)
                  .maxNameLength(NAME_CHARS_MAX)
                  .build())
          .build();

  private StrictJson() {}

  /**
   * The object in a body.
   *
   * @throws Failure.Invalid with the place of the first mistake
   */
  public static JsonObject object(Buffer body) {
    try (var parser = FACTORY.createParser(utf8(body.getBytes()))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw at(parser.currentTokenLocation(), "VALUE_TYPE", "Expected a JSON object.");
      }
      var object = members(parser, 1);
      if (parser.nextToken() != null) {
        throw malformed(parser.currentTokenLocation());
      }
      return object;
    } catch (JsonProcessingException malformed) {
      // Its message repeats what was sent: only the place is passed on.
      throw malformed(malformed.getLocation());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static JsonObject members(JsonParser parser, int depth) throws IOException {
    checkDepth(parser, depth);
    var object = new JsonObject();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      if (object.containsKey(name)) {
        throw at(
            parser.currentTokenLocation(),
            "MEMBER_REPEATED",
            "This object already has a member of this name.");
      }
      parser.nextToken();
      object.put(name, value(parser, depth));
    }
    return object;
  }

  private static JsonArray items(JsonParser parser, int depth) throws IOException {
    checkDepth(parser, depth);
    var array = new JsonArray();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser, depth));
    }
    return array;
  }

  private static @Nullable Object value(JsonParser parser, int depth) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser, depth + 1);
      case START_ARRAY -> items(parser, depth + 1);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> decimal(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw malformed(parser.currentTokenLocation());
    };
  }

  /**
   * An exponent may be longer than a number can have; what the parser throws then is no JSON error.
   */
  private static BigDecimal decimal(JsonParser parser) throws IOException {
    try {
      return parser.getDecimalValue();
    } catch (NumberFormatException unreadable) {
      throw malformed(parser.currentTokenLocation());
    }
  }

  private static void checkDepth(JsonParser parser, int depth) {
    if (depth > DEPTH_MAX) {
      throw at(
          parser.currentTokenLocation(),
          "JSON_TOO_DEEP",
          "Objects and lists may be nested %d levels deep.".formatted(DEPTH_MAX));
    }
  }

  private static String utf8(byte[] bytes) {
    var text = CharBuffer.allocate(bytes.length);
    var decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (decoded.isError()) {
      var before = text.toString();
      int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
      int column = before.length() - before.lastIndexOf('\n');
      throw at(place(line, column), "JSON_NOT_UTF8", "JSON is written in UTF-8.");
    }
    boolean marked = text.length() > 0 && text.charAt(0) == '\uFEFF';
    return marked ? text.subSequence(1, text.length()).toString() : text.toString();
  }

  private static Failure malformed(@Nullable JsonLocation location) {
    return at(location, "JSON_MALFORMED", "This is not JSON as RFC 8259 writes it.");
  }

  private static Failure at(@Nullable JsonLocation location, String code, String detail) {
    return at(
        location == null ? place(1, 1) : place(location.getLineNr(), location.getColumnNr()),
        code,
        detail);
  }

  private static Failure at(String place, String code, String detail) {
    return new Failure.Invalid(List.of(new Violation(place, code, detail)));
  }

  private static String place(int line, int column) {
    return "line %d column %d".formatted(line, column);
  }
}
