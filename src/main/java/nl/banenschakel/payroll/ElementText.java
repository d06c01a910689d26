package nl.banenschakel.payroll;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * The text of one element, in a buffer that is used again for the next. White space around a value
 * is no part of it. Each reader throws {@link Malformed}, which says what is expected.
 */
final class ElementText {
  /** Characters between two tags. */
  static final int LENGTH_MAX = 1_000;

  /** A moment with an offset is told in the wall clock of the tax authority. */
  private static final ZoneId TAX_AUTHORITY = ZoneId.of("Europe/Amsterdam");

  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter();

  private static final int DAY_LENGTH = 10;
  private static final Pattern ZONE = Pattern.compile("Z|[+-]\\d{2}:\\d{2}");

  private final char[] chars = new char[LENGTH_MAX];
  private int start;
  private int end;

  void clear() {
    start = 0;
    end = 0;
  }

  /** Adds a piece; what goes over the limit is dropped: the caller refuses it. */
  void append(char[] source, int from, int count) {
    int taken = Math.min(count, LENGTH_MAX - end);
    System.arraycopy(source, from, chars, end, taken);
    end += taken;
  }

  /** Called when the text is complete, before it is read. */
  void strip() {
    while (start < end && chars[start] <= ' ') {
      start++;
    }
    while (end > start && chars[end - 1] <= ' ') {
      end--;
    }
  }

  /** A text of 1 to {@code max} characters. */
  String text(int max) {
    if (start == end || end - start > max) {
      throw new Malformed("TEXT_LENGTH", "Expected 1 to %d characters.".formatted(max));
    }
    return toText(start);
  }

  /** All of it; may be empty. */
  String text() {
    return toText(start);
  }

  /** Digits, without a sign. */
  int code(int digitsMax) {
    if (start == end || end - start > digitsMax || !hasOnlyDigits(start, end)) {
      throw new Malformed("CODE_FORM", "Expected 1 to %d digits.".formatted(digitsMax));
    }
    return number(start, end);
  }

  /** A whole number, which may be negative. */
  int integer(int digitsMax) {
    var value = decimal();
    if (value == null || value.scale() != 0 || value.precision() > digitsMax) {
      throw new Malformed(
          "WHOLE_NUMBER_FORM",
          "Expected a whole number of at most %d digits, which may be negative."
              .formatted(digitsMax));
    }
    return value.intValueExact();
  }

  /** A number with a decimal point and at most two decimals, in hundredths; it may be negative. */
  long hundredths(int digitsMax) {
    var value = decimal();
    if (value == null || value.scale() > 2 || value.precision() - value.scale() > digitsMax) {
      throw new Malformed(
          "DECIMAL_FORM",
          "Expected a number of at most %d digits, with a point and at most two decimals."
              .formatted(digitsMax));
    }
    return value.movePointRight(2).longValueExact();
  }

  /** {@code J} or {@code N}. */
  boolean yes() {
    if (end - start == 1 && (chars[start] == 'J' || chars[start] == 'N')) {
      return chars[start] == 'J';
    }
    throw new Malformed("INDICATION_FORM", "Expected J or N.");
  }

  /** A day; a time zone behind it, as XML Schema allows, does not change it. */
  LocalDate date() {
    if (!hasFormOfDay()) {
      throw notADay();
    }
    try {
      return LocalDate.of(
          number(start, start + 4), number(start + 5, start + 7), number(start + 8, start + 10));
    } catch (DateTimeException noSuchDay) {
      throw notADay();
    }
  }

  /** A moment, to the microsecond. */
  LocalDateTime moment() {
    try {
      var moment =
          MOMENT.parseBest(toText(start), OffsetDateTime::from, LocalDateTime::from)
                  instanceof OffsetDateTime placed
              ? placed.atZoneSameInstant(TAX_AUTHORITY).toLocalDateTime()
              : LocalDateTime.parse(toText(start));
      return moment.truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException unreadable) {
      throw new Malformed("DATE_TIME_FORM", "Expected a moment such as 2026-02-12T09:30:00.");
    }
  }

  private boolean hasFormOfDay() {
    return end - start >= DAY_LENGTH
        && chars[start + 4] == '-'
        && chars[start + 7] == '-'
        && hasOnlyDigits(start, start + 4)
        && hasOnlyDigits(start + 5, start + 7)
        && hasOnlyDigits(start + 8, start + DAY_LENGTH)
        && (end - start == DAY_LENGTH || ZONE.matcher(toText(start + DAY_LENGTH)).matches());
  }

  private boolean hasOnlyDigits(int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars[i] < '0' || chars[i] > '9') {
        return false;
      }
    }
    return true;
  }

  private int number(int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = 10 * value + chars[i] - '0';
    }
    return value;
  }

  /** Without an exponent, which a BigDecimal may have and XML Schema's decimal may not. */
  private @Nullable BigDecimal decimal() {
    for (int i = start; i < end; i++) {
      if ("+-.0123456789".indexOf(chars[i]) < 0) {
        return null;
      }
    }
    try {
      return new BigDecimal(chars, start, end - start);
    } catch (NumberFormatException unreadable) {
      return null;
    }
  }

  private String toText(int from) {
    return new String(chars, from, end - from);
  }

  private static Malformed notADay() {
    return new Malformed("DATE_FORM", "Expected a day such as 2026-02-28.");
  }
}
