package nl.banenschakel.register;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;

/**
 * Which list it is.
 *
 * @param number the loonheffingennummer that was asked
 * @param peildatum the day the list speaks of
 * @param updatedTo until when the register itself was up to date, if it said so
 */
public record SnapshotDraft(
    Loonheffingennummer number, LocalDate peildatum, Optional<LocalDate> updatedTo) {
  private static final int YEAR_MIN = 2013;
  private static final int YEAR_MAX = 2099;

  /**
   * Reads a day that a list may speak of. A typing error in the year would let everybody on it be
   * seen for years, in evidence that is never changed.
   *
   * @throws Malformed when it is no day, or lies before the agreement or in another century
   */
  public static LocalDate day(String text) {
    try {
      var day = LocalDate.parse(text);
      if (day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX) {
        return day;
      }
    } catch (DateTimeParseException unreadable) {
      throw malformed();
    }
    throw malformed();
  }

  private static Malformed malformed() {
    return new Malformed(
        "PEILDATUM_FORM",
        "Expected a day from %d to %d such as 2026-04-01.".formatted(YEAR_MIN, YEAR_MAX));
  }
}
