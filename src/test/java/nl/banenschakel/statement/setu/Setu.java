package nl.banenschakel.statement.setu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import org.jspecify.annotations.Nullable;

/** The standard's own files, and what is said of a message. */
public final class Setu {
  static final Path FOLDER = Path.of("../shared/standards/setu");

  private Setu() {}

  /** Where they are not beside the project, what needs them is skipped. */
  static boolean isThere() {
    return Files.exists(FOLDER);
  }

  /** One of them, by its path. */
  public static String file(String name) {
    assumeTrue(isThere(), "The standards are not beside the project");
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The published time card of 2.0. */
  public static String json() {
    return file("v2.0/TimecardExample_v2.0.json");
  }

  /** The same in XML. */
  public static String xml() {
    return file("v2.0/TimecardExample_v2.0.xml");
  }

  /** The published one of 1.4. */
  public static String earlier() {
    return file("v1.4/TimecardExample_v1.4.xml");
  }

  static Stated ofJson(String json) {
    return Timecard.json(Buffer.buffer(json)).stated(false);
  }

  static Stated ofXml(String xml) {
    return Timecard.xml(Buffer.buffer(xml)).stated(false);
  }

  static Stated ofEarlier(String xml) {
    return EarlierTimecard.read(Buffer.buffer(xml.getBytes(UTF_8)));
  }

  /** Each mistake in a message as its place and code; none when it is taken. */
  static List<String> mistakes(Function<String, ?> reading, String message) {
    return violations(reading, message).stream().map(it -> it.at() + " " + it.code()).toList();
  }

  static List<Violation> violations(Function<String, ?> reading, String message) {
    try {
      Object unused = reading.apply(message);
      return List.of();
    } catch (Failure.Invalid invalid) {
      return invalid.violations();
    }
  }

  static String edited(Consumer<JsonObject> edit) {
    var card = new JsonObject(Setu.json());
    edit.accept(card);
    return card.encode();
  }

  static JsonObject id(JsonObject interval, String id) {
    return interval
        .copy()
        .put("id", new JsonObject().put("value", id).put("schemeAgencyId", "Supplier"));
  }

  static JsonObject without(JsonObject object, String name) {
    object.remove(name);
    return object;
  }

  static JsonObject time(String start, @Nullable String end) {
    var period = new JsonObject().put("start", start);
    return new JsonObject().put("dateTimePeriod", end == null ? period : period.put("end", end));
  }
}
