package nl.banenschakel.year;

import java.math.BigDecimal;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.json.Fields;

/**
 * A year to be opened.
 *
 * @param year {@value #YEAR_MIN} (the first of the banenafspraak) to {@value #YEAR_MAX}
 */
record YearDraft(int year) {
  static final int YEAR_MIN = 2013;
  static final int YEAR_MAX = 2099;

  /** Reads a body, or fails with every mistake. */
  static YearDraft parse(Fields in) {
    var year = in.requiredNumber("year", YearDraft::year);
    return in.build(() -> new YearDraft(year.get()));
  }

  /**
   * Reads a year.
   *
   * @throws Malformed when it is none that is kept here
   */
  static int year(BigDecimal number) {
    try {
      int year = number.intValueExact();
      if (year >= YEAR_MIN && year <= YEAR_MAX) {
        return year;
      }
    } catch (ArithmeticException notWhole) {
      throw outOfRange();
    }
    throw outOfRange();
  }

  /** The same of a text. */
  static int year(String text) {
    if (!text.matches("\\d{4}")) {
      throw outOfRange();
    }
    return year(new BigDecimal(text));
  }

  private static Malformed outOfRange() {
    return new Malformed(
        "YEAR_RANGE", "Expected a year from %d to %d.".formatted(YEAR_MIN, YEAR_MAX));
  }
}
