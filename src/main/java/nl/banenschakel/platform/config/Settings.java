package nl.banenschakel.platform.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.banenschakel.platform.failure.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings by key and gathers every mistake before it gives up. An environment variable comes
 * before the file, the file before the default; an empty text is as good as none. A mistake names
 * key and variable, never the value: it may be a password.
 */
final class Settings {
  private static final String PREFIX = "BANENSCHAKEL_";
  private static final Map<String, String> NAMED_OTHERWISE =
      Map.of("database.url", "DATABASE_URL", "database.migratorUrl", "DATABASE_MIGRATOR_URL");

  private final Map<String, String> environment;
  private final Map<String, String> file = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final List<String> mistakes = new ArrayList<>();

  Settings(Map<String, Object> file, Map<String, String> environment) {
    this.environment = environment;
    flatten("", file);
  }

  String text(String key, String standard) {
    return optional(key).orElse(standard);
  }

  Optional<String> optional(String key) {
    known.add(key);
    return given(environment.get(variable(key))).or(() -> given(file.get(key)));
  }

  int whole(String key, int standard, int min, int max) {
    return whole(key, min, max).orElse(standard);
  }

  Optional<Integer> whole(String key, int min, int max) {
    return parsed(
        key,
        text -> {
          int number = Integer.parseInt(text);
          if (number < min || number > max) {
            throw new IllegalArgumentException();
          }
          return number;
        },
        "expected a whole number from %d to %d".formatted(min, max));
  }

  Optional<Path> path(String key) {
    return parsed(key, Path::of, "expected a path");
  }

  /** A value, where any {@link IllegalArgumentException} of the parser is a mistake. */
  <T> Optional<T> parsed(String key, Function<String, T> parse, String expected) {
    try {
      return optional(key).map(parse);
    } catch (IllegalArgumentException unreadable) {
      mistake(key, expected);
      return Optional.empty();
    }
  }

  void mistake(String key, String expected) {
    mistakes.add("%s (%s): %s".formatted(key, variable(key), expected));
  }

  /** Ends the reading: names in the file that nobody asked for are mistakes too. */
  void refuseMistakes(Path named) {
    file.keySet().stream()
        .filter(key -> !known.contains(key))
        .sorted()
        .forEach(key -> mistakes.add(key + ": there is no such setting"));
    if (!mistakes.isEmpty()) {
      throw new StartRefused(named + " and the environment cannot be used", mistakes);
    }
  }

  Set<String> known() {
    return Set.copyOf(known);
  }

  Set<String> inFile() {
    return Set.copyOf(file.keySet());
  }

  /** The environment variable of a key: {@code http.publicUrl} is BANENSCHAKEL_HTTP_PUBLIC_URL. */
  static String variable(String key) {
    var words = key.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_');
    return NAMED_OTHERWISE.getOrDefault(key, PREFIX + words.toUpperCase(Locale.ROOT));
  }

  private void flatten(String path, Map<?, ?> section) {
    section.forEach(
        (name, value) -> {
          var key = path + name;
          if (value instanceof Map<?, ?> nested) {
            flatten(key + ".", nested);
          } else if (value instanceof String text) {
            file.put(key, text);
          } else {
            known.add(key);
            mistakes.add(key + ": expected one value, not a list");
          }
        });
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(given -> !given.isEmpty());
  }
}
