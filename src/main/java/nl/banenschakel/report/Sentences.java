package nl.banenschakel.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What a difference says, in one language: what it is, its likely cause, and what to do next. The
 * texts are in {@code messages_nl.properties} and {@code messages_en.properties}.
 */
public final class Sentences {
  /** For Dutch readers. */
  public static final Sentences DUTCH = new Sentences("nl");

  /** For English readers. */
  public static final Sentences ENGLISH = new Sentences("en");

  private final Properties texts = new Properties();
  private final Locale locale;

  private Sentences(String language) {
    locale = Locale.forLanguageTag(language);
    var resource = "messages_" + language + ".properties";
    try (var in = Sentences.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** Whether there is such a code. */
  public boolean knows(String code) {
    return texts.containsKey(code + ".title");
  }

  /** A heading over all differences of a code. */
  public String title(String code) {
    return text(code + ".title");
  }

  /** What it is. */
  public String what(Report.Finding finding) {
    return filled(finding, "what");
  }

  /** Its likely cause. */
  public String why(Report.Finding finding) {
    return filled(finding, "why");
  }

  /** What to do next. */
  public String next(Report.Finding finding) {
    return filled(finding, "next");
  }

  /** All three, one after the other. */
  public String all(Report.Finding finding) {
    return what(finding) + " " + why(finding) + " " + next(finding);
  }

  private String filled(Report.Finding finding, String part) {
    return text(finding.code() + "." + part)
        .replace("{person}", finding.personnelNumber().orElse("?"))
        .replace("{tijdvak}", finding.tijdvak().orElse("?"))
        .replace("{line}", finding.registerLine().map(String::valueOf).orElse("?"))
        .replace("{expected}", number(finding.expected()))
        .replace("{actual}", number(finding.actual()));
  }

  private String text(String key) {
    var text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no text for " + key);
    }
    return text;
  }

  private String number(Optional<BigDecimal> hours) {
    return hours
        .map(
            value ->
                String.format(
                    locale, value.stripTrailingZeros().scale() > 0 ? "%.2f" : "%.0f", value))
        .orElse("?");
  }
}
