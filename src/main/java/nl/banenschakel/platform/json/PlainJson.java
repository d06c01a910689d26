package nl.banenschakel.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as UTF-8. An amount is written plain, with the decimals it has: 40 and never 4E+1,
 * which some readers of money do not know. Binary fractions are refused: they are no amounts.
 */
public final class PlainJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private PlainJson() {}

  /**
   * The text of an object.
   *
   * @throws IllegalArgumentException for a value of a type that has no one form in JSON
   */
  public static Buffer write(JsonObject object) {
    var bytes = new ByteArrayOutputStream();
    try (var out = FACTORY.createGenerator(bytes)) {
      value(out, object.getMap());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  private static void value(JsonGenerator out, @Nullable Object value) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof JsonObject object) {
      members(out, object.getMap());
    } else if (value instanceof Map<?, ?> map) {
      members(out, map);
    } else if (value instanceof JsonArray array) {
      items(out, array.getList());
    } else if (value instanceof List<?> list) {
      items(out, list);
    } else if (value instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else if (value instanceof Number number) {
      number(out, number);
    } else {
      out.writeString(text(value));
    }
  }

  private static void members(JsonGenerator out, Map<?, ?> members) throws IOException {
    out.writeStartObject();
    for (var member : members.entrySet()) {
      out.writeFieldName(String.valueOf(member.getKey()));
      value(out, member.getValue());
    }
    out.writeEndObject();
  }

  private static void items(JsonGenerator out, List<?> items) throws IOException {
    out.writeStartArray();
    for (var item : items) {
      value(out, item);
    }
    out.writeEndArray();
  }

  private static void number(JsonGenerator out, Number number) throws IOException {
    if (number instanceof BigDecimal amount) {
      out.writeNumber(amount);
    } else if (number instanceof BigInteger whole) {
      out.writeNumber(whole);
    } else if (number instanceof Integer || number instanceof Long) {
      out.writeNumber(number.longValue());
    } else {
      throw unwritable(number);
    }
  }

  private static String text(Object value) {
    if (value instanceof CharSequence
        || value instanceof UUID
        || value instanceof Enum<?>
        || value instanceof TemporalAccessor) {
      return value.toString();
    }
    throw unwritable(value);
  }

  private static IllegalArgumentException unwritable(Object value) {
    return new IllegalArgumentException("No JSON form for " + value.getClass().getName());
  }
}
