package nl.banenschakel.register.explanation;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The sentences of an explanation in one language, from {@code explanation_nl.properties} and
 * {@code explanation_en.properties}.
 */
final class ExplanationText {
  static final ExplanationText DUTCH = new ExplanationText("nl");
  static final ExplanationText ENGLISH = new ExplanationText("en");

  private final Properties texts = new Properties();

  private ExplanationText(String language) {
    var resource = "explanation_" + language + ".properties";
    try (var in = ExplanationText.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** Whether it is this cause, and how that is known. */
  String of(Explanation.Finding finding, Facts facts) {
    return filled(finding.cause() + "." + finding.verdict(), facts);
  }

  /** The one thing to do next. */
  String next(Explanation explanation) {
    return filled(
        explanation
            .decisive()
            .map(finding -> "next." + finding.cause() + "." + finding.verdict())
            .orElse(explanation.isThere() ? "next.THERE" : "next.UNKNOWN"),
        explanation.facts());
  }

  private String filled(String key, Facts facts) {
    var text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalStateException("no text for " + key);
    }
    return text.replace(
            "{peildatum}", facts.list().map(list -> list.peildatum().toString()).orElse("-"))
        .replace("{number}", facts.elsewhereNumber().orElse("-"));
  }
}
