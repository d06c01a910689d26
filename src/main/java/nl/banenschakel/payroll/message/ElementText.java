package nl.banenschakel.payroll.message;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.Netherlands;

/**
 * The text of one element, in a buffer that is used again for the next. White space around a value
 * is no part of it. Each reader throws {@link Malformed}, which says what is expected.
 */
final class ElementText {
  /** Characters between two tags. */
  static final int LENGTH_MAX = 1_000;

  /** A moment with an offset is told in the wall clock of the tax authority. */
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter();

  /** So many digits fit in a long. */
  private static final int DECIMAL_LENGTH_MAX = 18;

  private static final int DAY_LENGTH = 10;
  private static final Pattern ZONE = Pattern.compile("Z|[+-]\\d{2}:\\d{2}");

  private final char[] chars = new char[LENGTH_MAX];
  private int start;
  private int end;

  // What was read last as a decimal: its digits as one number, and how many behind the point.
  private long unscaled;
  private int wholeDigits;
  private int decimals;

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
    if (!readsDecimal() || decimals > 0 || wholeDigits > digitsMax) {
      throw new Malformed(
          "WHOLE_NUMBER_FORM",
          "Expected a whole number of at most %d digits, which may be negative."
              .formatted(digitsMax));
    }
    return (int) unscaled;
  }

  /** A number with a decimal point and at most two decimals, in hundredths; it may be negative. */
  long hundredths(int digitsMax) {
    if (!readsDecimal() || decimals > 2 || wholeDigits > digitsMax) {
      throw new Malformed(
          "DECIMAL_FORM",
          "Expected a number of at most %d digits, with a point and at most two decimals."
              .formatted(digitsMax));
    }
    return decimals == 2 ? unscaled : decimals == 1 ? 10 * unscaled : 100 * unscaled;
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
              ? placed.atZoneSameInstant(Netherlands.ZONE).toLocalDateTime()
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

  /**
   * Reads a decimal as XML Schema writes it, without an exponent: digits before and behind a point,
   * leading zeros not counted. False when it is none, or longer than any amount.
   */
  private boolean readsDecimal() {
    int i = start < end && (chars[start] == '-' || chars[start] == '+') ? start + 1 : start;
    if (end - i > DECIMAL_LENGTH_MAX) {
      return false;
    }
    boolean negative = i > start && chars[start] == '-';
    int digits = 0;
    boolean behindPoint = false;
    unscaled = 0;
    wholeDigits = 0;
    decimals = 0;
    for (; i < end; i++) {
      int digit = chars[i] - '0';
      if (chars[i] == '.' && !behindPoint) {
        behindPoint = true;
      } else if (digit >= 0 && digit <= 9) {
        unscaled = 10 * unscaled + digit;
        digits++;
        decimals += behindPoint ? 1 : 0;
        wholeDigits += !behindPoint && unscaled > 0 ? 1 : 0;
      } else {
        return false;
      }
    }
    unscaled = negative ? -unscaled : unscaled;
    return digits > 0;
  }

  private String toText(int from) {
    return new String(chars, from, end - from);
  }

  private static Malformed notADay() {
    return new Malformed("DATE_FORM", "Expected a day such as 2026-02-28.");
  }
}
