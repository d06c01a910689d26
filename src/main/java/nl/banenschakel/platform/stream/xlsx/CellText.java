package nl.banenschakel.platform.stream.xlsx;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/**
 * Cells as the text that a careful CSV export would hold: days as ISO 8601, numbers in all digits
 * with a point, nothing in scientific notation. A formula counts by the value that was saved with
 * it.
 */
final class CellText {
  /** What stands for a cell that failed to be worked out, or that was saved without its value. */
  private static final String NO_VALUE = "#N/A";

  /** What a double keeps; a spreadsheet shows no more. */
  private static final MathContext DIGITS = new MathContext(15);

  /** Formats that every spreadsheet has and no file spells out: days, moments, times. */
  private static final Set<Integer> DATE_FORMATS =
      Set.of(
          14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47,
          50, 51, 52, 53, 54, 55, 56, 57, 58);

  /** In a format: a quoted text, an escaped or repeated sign, a colour or a language. */
  private static final Pattern NO_CODE = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");

  private static final Pattern DATE_CODE = Pattern.compile("(?i)[dmyjhs]");
  private static final Pattern ZEROS = Pattern.compile("0{2,15}");

  /** Days after which there is no year 9999. */
  private static final int SERIAL_MAX = 2_958_465;

  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

  private final boolean since1904;

  CellText(boolean since1904) {
    this.since1904 = since1904;
  }

  String of(Cell cell) {
    var value = Optional.ofNullable(cell.getValue());
    if (cell.getType() == CellType.ERROR
        || (cell.getType() == CellType.FORMULA && value.isEmpty())) {
      return NO_VALUE;
    }
    return value
        .map(it -> it instanceof BigDecimal number ? number(cell, number) : String.valueOf(it))
        .orElse("");
  }

  private String number(Cell cell, BigDecimal value) {
    var format = Optional.ofNullable(cell.getDataFormatString()).orElse("");
    if (isDate(Optional.ofNullable(cell.getDataFormatId()).orElse(0), format)
        && value.signum() >= 0
        && value.compareTo(BigDecimal.valueOf(SERIAL_MAX)) <= 0) {
      return moment(value);
    }
    // By way of a double: its exponent, and so its length, has a limit.
    double read = value.doubleValue();
    if (Double.isInfinite(read)) {
      return NO_VALUE;
    }
    var rounded = new BigDecimal(read).round(DIGITS);
    var plain = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    return ZEROS.matcher(format).matches() ? withZeros(plain, format.length()) : plain;
  }

  private static boolean isDate(int formatId, String format) {
    return format.isEmpty()
        ? DATE_FORMATS.contains(formatId)
        : DATE_CODE.matcher(NO_CODE.matcher(format).replaceAll("")).find();
  }

  /** A day when it is one; rounded to seconds, of which a double is not sure. */
  private String moment(BigDecimal serial) {
    long seconds =
        serial.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    long days = seconds / 86_400;
    var moment = first(days).plusDays(days).atStartOfDay().plusSeconds(seconds % 86_400);
    return moment.toLocalTime().toSecondOfDay() == 0
        ? moment.toLocalDate().toString()
        : moment.toString();
  }

  /** Day 0. Counted from 1900, day 60 is the 29th of February 1900, which was not. */
  private LocalDate first(long days) {
    if (since1904) {
      return LocalDate.of(1904, 1, 1);
    }
    return days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
  }

  /** A format of zeros only, such as those of numbers that are no amounts. */
  private static String withZeros(String number, int length) {
    return number.chars().allMatch(Character::isDigit) && number.length() < length
        ? "0".repeat(length - number.length()) + number
        : number;
  }
}
