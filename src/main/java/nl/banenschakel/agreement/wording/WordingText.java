package nl.banenschakel.agreement.wording;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import nl.banenschakel.kernel.Money;

/**
 * One language: the texts of {@code agreement_nl.properties} and {@code agreement_en.properties},
 * and how it writes amounts and days.
 */
final class WordingText {
  static final WordingText DUTCH = new WordingText(Locale.forLanguageTag("nl-NL"), '.', ',');
  static final WordingText ENGLISH = new WordingText(Locale.UK, ',', '.');

  private final Properties texts = new Properties();
  private final Locale locale;
  private final DecimalFormatSymbols symbols;

  private WordingText(Locale locale, char thousands, char decimal) {
    this.locale = locale;
    symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator(thousands);
    symbols.setDecimalSeparator(decimal);
    var resource = "agreement_" + locale.getLanguage() + ".properties";
    try (var in = WordingText.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }

  /** A text with each {name} in it filled in; a name that is filled in is never filled again. */
  String fill(String key, Map<String, String> values) {
    var template = texts.getProperty(key);
    if (template == null) {
      throw new IllegalStateException("no text for " + key);
    }
    var filled = new StringBuilder();
    int done = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', done)) {
      int close = template.indexOf('}', open);
      var value = values.get(template.substring(open + 1, close));
      if (value == null) {
        throw new IllegalStateException("nothing to fill in " + key);
      }
      filled.append(template, done, open).append(value);
      done = close + 1;
    }
    return filled.append(template.substring(done)).toString();
  }

  String text(String key) {
    return fill(key, Map.of());
  }

  /** Whole euros, or cents too where there are any. */
  String euros(Money money) {
    return euros(money.euros());
  }

  /** A rate, with as many decimals as it has: two at least where it has any. */
  String euros(BigDecimal euros) {
    boolean whole = euros.stripTrailingZeros().scale() <= 0;
    return "EUR " + new DecimalFormat(whole ? "#,##0" : "#,##0.00##", symbols).format(euros);
  }

  String number(BigDecimal number) {
    return new DecimalFormat("#,##0.####", symbols).format(number);
  }

  String number(long number) {
    return number(BigDecimal.valueOf(number));
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(day);
  }

  String day(MonthDay day) {
    return DateTimeFormatter.ofPattern("d MMMM", locale).format(day);
  }

  /** So many things, of which the texts know one and more. */
  String count(String things, long number) {
    return number == 1
        ? text(things + ".one")
        : fill(things + ".more", Map.of("number", number(number)));
  }
}
