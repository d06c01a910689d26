package nl.banenschakel.statement.setu.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.kernel.Malformed;

/**
 * What may stand in an element.
 *
 * @param kind its type in JSON
 * @param collapsed what XML Schema makes of white space in XML
 * @param check throws {@link Malformed} for a text that may not stand there
 * @param ofOrganisation whether it may be a tax number, which passes the 11-proef as a BSN does
 */
public record Value(
    Kind kind, UnaryOperator<String> collapsed, Consumer<String> check, boolean ofOrganisation) {
  /** The types of JSON. */
  enum Kind {
    TEXT,
    NUMBER,
    FLAG
  }

  private static final int DIGITS_MAX = 15;
  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");
  private static final Pattern ZONE = Pattern.compile("(Z|[+-]\\d{2}:\\d{2})$");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");

  /** A text of at most so many characters; it may be empty. */
  public static Value text(int max) {
    return of(text -> text, text -> requireLength(text, 0, max));
  }

  /** A text of 1 to so many characters besides white space. */
  public static Value name(int max) {
    return of(text -> text, text -> requireLength(text, 1, max));
  }

  /** A number of an organisation: who keeps it has to look for a BSN. */
  public static Value organisationNumber(int max) {
    return new Value(Kind.TEXT, text -> text, text -> requireLength(text, 0, max), true);
  }

  /** One of these texts. */
  public static Value oneOf(String... allowed) {
    var all = List.of(allowed);
    return of(
        text -> text,
        text ->
            require(
                all.contains(text),
                "VALUE_UNKNOWN",
                "Expected one of: %s.".formatted(String.join(", ", all))));
  }

  /** A text of this form. */
  public static Value like(Pattern form, String code, String expected) {
    return of(text -> text, text -> require(form.matcher(text).matches(), code, expected));
  }

  /** A text that something else checks, as it is. */
  public static Value checked(Consumer<String> check) {
    return of(text -> text, check);
  }

  /** A text that something else checks, once XML Schema has collapsed its white space. */
  public static Value collapsed(Consumer<String> check) {
    return of(Value::collapse, check);
  }

  /** A day; in XML a time zone behind it does not change it. */
  public static Value day() {
    return of(
        text -> ZONE.matcher(collapse(text)).replaceFirst(""),
        text -> {
          try {
            var unused = Days.parse(text);
          } catch (DateTimeException unreadable) {
            throw new Malformed("DATE_FORM", "Expected a day such as 2026-02-28.");
          }
        });
  }

  /** A number: an amount, a quantity. */
  public static Value number() {
    return new Value(Kind.NUMBER, Value::collapse, Value::requireDecimal, false);
  }

  /** True or false; in XML also 1 or 0. */
  public static Value flag() {
    return new Value(Kind.FLAG, Value::collapse, text -> {}, false);
  }

  /** The same text in one form: what XML Schema calls collapse. */
  static String collapse(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /** What a text in XML is in JSON; what cannot be read stays as it is, for {@link #require}. */
  Object ofXml(String text) {
    var value = collapsed.apply(text);
    return switch (kind) {
      case TEXT -> value;
      case NUMBER -> isDecimal(value) ? new BigDecimal(value.replace("+", "")) : value;
      case FLAG ->
          switch (value) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> value;
          };
    };
  }

  /** How it is written in XML. */
  static String toXml(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /**
   * Holds a value against what may stand there.
   *
   * @throws Malformed when it may not
   */
  void require(Object value) {
    switch (kind) {
      case TEXT -> require(value instanceof String, "VALUE_TYPE", "Expected a text.");
      case NUMBER -> require(value instanceof Number, "VALUE_TYPE", "Expected a number.");
      case FLAG -> require(value instanceof Boolean, "VALUE_TYPE", "Expected true or false.");
    }
    check.accept(value.toString());
    require(
        ofOrganisation || !Bsn.occursIn(value.toString()),
        "TEXT_HOLDS_BSN",
        "This text holds a BSN: leave it out.");
  }

  private static Value of(UnaryOperator<String> collapsed, Consumer<String> check) {
    return new Value(Kind.TEXT, collapsed, check, false);
  }

  private static void requireDecimal(String text) {
    var number = new BigDecimal(text);
    require(
        number.precision() <= DIGITS_MAX && Math.abs(number.scale()) <= DIGITS_MAX,
        "NUMBER_RANGE",
        "Expected a number of at most %d digits.".formatted(DIGITS_MAX));
  }

  private static void requireLength(String text, int min, int max) {
    require(
        text.strip().length() >= min && text.length() <= max,
        "TEXT_LENGTH",
        "Expected %d to %d characters.".formatted(min, max));
    require(
        text.codePoints().allMatch(Value::isOfXml),
        "TEXT_CONTROL",
        "This text holds a control character: leave it out.");
  }

  /** What XML can hold: JSON could hold more, which could not be written as XML again. */
  private static boolean isOfXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static boolean isDecimal(String text) {
    return DECIMAL.matcher(text).matches();
  }

  private static void require(boolean fits, String code, String expected) {
    if (!fits) {
      throw new Malformed(code, expected);
    }
  }
}
