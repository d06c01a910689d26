package nl.banenschakel.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.banenschakel.platform.failure.StartRefused;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A YAML file of the operator. Every value stays the text that was written: what it means is for
 * whoever reads it, so that {@code no} is no boolean and {@code 25.50} keeps its digits.
 */
public final class YamlFile {
  private static final int CHARS_MAX = 1024 * 1024;

  private YamlFile() {}

  /**
   * Reads a file whose root is a mapping. Values are {@link String}, {@link java.util.List} and
   * {@link Map}; nothing is null; an empty file is an empty map.
   *
   * @throws StartRefused when it is missing, unreadable or no such YAML; without repeating its text
   */
  public static Map<String, Object> read(Path file) {
    try {
      var root = load(Files.readString(file));
      if (root instanceof Map<?, ?> mapping) {
        return named(mapping);
      }
      throw refused(file, "expected a mapping: lines of the form name: value");
    } catch (MarkedYamlEngineException malformed) {
      throw refused(file, place(malformed) + "this is not YAML, or a name is there twice");
    } catch (YamlEngineException malformed) {
      throw refused(file, "this is not YAML");
    } catch (IOException unreadable) {
      throw refused(file, "is not there or cannot be read by this user");
    }
  }

  private static Object load(String text) {
    var settings =
        LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setTagConstructors(Map.of(Tag.NULL, nothing -> ""))
            .setCodePointLimit(CHARS_MAX)
            .setMaxAliasesForCollections(0)
            .build();
    // One by one: this library's way to load a single document fails on an empty file.
    var documents = new Load(settings).loadAllFromString(text).iterator();
    return documents.hasNext() ? documents.next() : Map.of();
  }

  private static Map<String, Object> named(Map<?, ?> mapping) {
    var named = new LinkedHashMap<String, Object>();
    mapping.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }

  private static String place(MarkedYamlEngineException malformed) {
    return malformed
        .getProblemMark()
        .map(mark -> "line %d column %d: ".formatted(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse("");
  }

  private static StartRefused refused(Path file, String mistake) {
    return new StartRefused(file + " cannot be used", mistake);
  }
}
