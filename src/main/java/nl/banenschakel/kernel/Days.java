package nl.banenschakel.kernel;

import java.time.LocalDate;

/** Days that the gateway has to do with: from the year of the agreement on jobs on. */
public final class Days {
  private static final int YEAR_MIN = 2013;
  private static final int YEAR_MAX = 2099;

  private Days() {}

  /**
   * Reads a day such as {@code 2026-01-31}.
   *
   * @throws java.time.DateTimeException when it has another form or is in no calendar
   * @throws Malformed when its year is out of reach
   */
  public static LocalDate parse(String text) {
    var day = LocalDate.parse(text);
    if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
      throw new Malformed(
          "DATE_YEAR", "Expected a year from %d to %d.".formatted(YEAR_MIN, YEAR_MAX));
    }
    return day;
  }
}
