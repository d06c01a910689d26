package nl.banenschakel.statement.sent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.WorkedHours;

/**
 * Hours of one kind that one person worked on one day, or in a span of days, as they were stated.
 *
 * @param line what tells the line from the others of its statement
 * @param place where it stands in what was sent: a JSON pointer, an element path or a line number
 * @param person the sender's own name for who worked, or the receiver's
 * @param hourType as it was sent: a SETU 2.x code, a SETU 1.x word, or the sender's own
 * @param day to which the hours belong, or the first of the days
 * @param lastDay inclusive; the same day for hours of one day
 * @param start of the interval, in Europe/Amsterdam, where the form has one
 * @param hours 0 or more: a correction says what it is, and not the difference
 * @param action what a correction does with the line
 */
public record LineDraft(
    Reference line,
    String place,
    Reference person,
    String hourType,
    LocalDate day,
    LocalDate lastDay,
    Optional<OffsetDateTime> start,
    Optional<OffsetDateTime> end,
    WorkedHours hours,
    Action action) {

  /** All of a leap year: a larger number is none of hours, and could be a BSN. */
  private static final BigDecimal HOURS_MAX = new BigDecimal(8_784);

  /**
   * Reads hours of a line.
   *
   * @throws Malformed when they cannot be
   */
  public static WorkedHours hours(BigDecimal hours) {
    if (hours.signum() < 0 || hours.compareTo(HOURS_MAX) > 0) {
      throw new Malformed(
          "HOURS_RANGE",
          "Expected 0 to 8,784: a correction says what it is, and not the difference.");
    }
    return WorkedHours.total(hours);
  }

  /** Hours of one day. */
  public LineDraft(
      Reference line,
      String place,
      Reference person,
      String hourType,
      LocalDate day,
      Optional<OffsetDateTime> start,
      Optional<OffsetDateTime> end,
      WorkedHours hours,
      Action action) {
    this(line, place, person, hourType, day, day, start, end, hours, action);
  }

  /** What a correction does with a line (SETU 1.4 {@code actionCode}). */
  public enum Action {
    /** It was not there. */
    ADD,
    /** It was there and is another now. */
    CHANGE,
    /** It was there and holds no longer. */
    VOID,
    /** It was there and is the same. */
    UNCHANGED
  }
}
