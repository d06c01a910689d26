package nl.banenschakel.year;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Properties;

/**
 * What is said of a reason in one language, from {@code year_nl.properties} and {@code
 * year_en.properties}: why, and what to do next.
 */
final class YearText {
  static final YearText DUTCH = new YearText("nl");
  static final YearText ENGLISH = new YearText("en");

  private final Properties texts = new Properties();

  private YearText(String language) {
    var resource = "year_" + language + ".properties";
    try (var in = YearText.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** Why it is left behind. */
  String why(LeftBehind left, int year) {
    return filled(left.reason() + dayless(left) + ".why", left, year);
  }

  /** The one thing to do. */
  String next(LeftBehind left, int year) {
    return filled(left.reason() + ".next", left, year);
  }

  /** A mandate that never was has no last day. */
  private static String dayless(LeftBehind left) {
    return left.reason() == Reason.MANDATE_MISSING && left.day().isEmpty() ? ".never" : "";
  }

  private String filled(String key, LeftBehind left, int year) {
    var text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no text for " + key);
    }
    return text.replace("{year}", String.valueOf(year))
        .replace("{old}", String.valueOf(year - 1))
        .replace("{day}", left.day().map(LocalDate::toString).orElse("-"))
        .replace("{tijdvak}", left.tijdvak().orElse("-"))
        .replace("{norm}", left.norm().orElse("-"));
  }
}
