package nl.banenschakel.employment.column;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.stream.table.TableDay;

/** Reads the cells of a contracts file, as packages and spreadsheets write them. */
public final class ContractCell {
  /** Of a personnel number. */
  public static final int PERSONNEL_NUMBER_CHARS_MAX = 35;

  /** Of any other text. */
  public static final int TEXT_CHARS_MAX = 100;

  /** What to do with a BSN outside its column. */
  public static final String BSN_ELSEWHERE = "This holds a BSN: leave it out here.";

  /** What the two days of a contract must be. */
  public static final String DATE_ORDER =
      "The end date is the last day: not before the start date.";

  private static final int YEAR_MIN = 1900;
  private static final int YEAR_MAX = 2199;
  private static final ContractHours HOURS_MAX = new ContractHours(8_000);

  private static final Pattern HOURS = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,2}))?");

  private ContractCell() {}

  /** A text of at most so many characters, which may be empty. */
  public static Function<String, String> text(int charsMax) {
    return cell -> {
      if (cell.length() > charsMax) {
        throw new Malformed("TEXT_LENGTH", "Expected 1 to %d characters.".formatted(charsMax));
      }
      return cell;
    };
  }

  /** A first day: 1900 to 2199. */
  public static LocalDate startDate(String cell) {
    var date = TableDay.parse(cell);
    if (date.getYear() < YEAR_MIN || date.getYear() > YEAR_MAX) {
      throw new Malformed(
          "DATE_YEAR", "Expected a year from %d to %d.".formatted(YEAR_MIN, YEAR_MAX));
    }
    return date;
  }

  /** A last day; packages write a day far away, such as 31-12-9999, where there is none. */
  public static Optional<LocalDate> endDate(String cell) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    var date = TableDay.parse(cell);
    return date.getYear() > YEAR_MAX ? Optional.empty() : Optional.of(startDate(cell));
  }

  /**
   * Contract hours per week from 0 to 80. A thousand separator is refused: it looks like a decimal
   * one.
   */
  public static ContractHours contractHours(String cell) {
    var match = HOURS.matcher(cell);
    if (!match.matches()) {
      throw new Malformed(
          "HOURS_FORM",
          "Expected contract hours per week such as 36 or 12,75: at most two decimals.");
    }
    var decimals = match.group(2) == null ? "00" : (match.group(2) + "0").substring(0, 2);
    return inRange(new ContractHours(Integer.parseInt(match.group(1) + decimals)));
  }

  /** Hours that one person can have agreed: 0 to 80 a week. */
  public static ContractHours inRange(ContractHours hours) {
    if (hours.compareTo(HOURS_MAX) > 0) {
      throw new Malformed("HOURS_RANGE", "Expected 0 to 80 contract hours per week.");
    }
    return hours;
  }
}
