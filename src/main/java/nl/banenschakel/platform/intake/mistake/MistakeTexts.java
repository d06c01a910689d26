package nl.banenschakel.platform.intake.mistake;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import nl.banenschakel.platform.failure.Violation;

/**
 * What a mistake in a delivery says in one language: what is wrong and what to do. The texts are in
 * {@code mistakes_nl.properties} and {@code mistakes_en.properties}, one a code; none holds a
 * value.
 */
public final class MistakeTexts {
  /** For Dutch readers. */
  public static final MistakeTexts DUTCH = new MistakeTexts("nl");

  /** For English readers. */
  public static final MistakeTexts ENGLISH = new MistakeTexts("en");

  private final Properties texts = new Properties();

  private MistakeTexts(String language) {
    var resource = "mistakes_" + language + ".properties";
    try (var in = MistakeTexts.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /**
   * The sentence of a code; what an older version stored may have a code that is no longer known.
   */
  public String of(Violation mistake) {
    return texts.getProperty(mistake.code(), mistake.detail());
  }
}
