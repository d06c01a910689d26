package nl.banenschakel.platform.stream.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Malformed;

/**
 * A day as packages and spreadsheets write it: day first or year first, perhaps with a midnight.
 */
public final class TableDay {
  private static final String TIME = "(?:[ T]0?0:00(?::00(?:[.,]0+)?)?)?";
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})" + TIME);
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})" + TIME);

  private TableDay() {}

  /**
   * Reads a cell.
   *
   * @throws Malformed with {@code DATE_FORM}, or with {@code DATE_UNREAL} when the calendar lacks
   *     the day
   */
  public static LocalDate parse(String cell) {
    var dayFirst = DAY_FIRST.matcher(cell);
    if (dayFirst.matches()) {
      return day(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1));
    }
    var yearFirst = YEAR_FIRST.matcher(cell);
    if (yearFirst.matches()) {
      return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    throw new Malformed("DATE_FORM", "Expected a date such as 31-01-2026 or 2026-01-31.");
  }

  private static LocalDate day(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException unreal) {
      throw new Malformed("DATE_UNREAL", "There is no such day in the calendar.");
    }
  }
}
