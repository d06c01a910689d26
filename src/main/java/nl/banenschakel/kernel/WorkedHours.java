package nl.banenschakel.kernel;

import java.math.BigDecimal;

/**
 * Hours that somebody was at work, as a lender or a planning states them: one of four kinds of
 * hours that are never added to each other (DOMAIN 1). Exact: whole hundredths of an hour; below
 * zero in a correction.
 *
 * @param hundredths a total over whatever period they are of: 15,050 for 150.5 hours
 */
public record WorkedHours(long hundredths) implements Comparable<WorkedHours> {
  public static final WorkedHours NONE = new WorkedHours(0);

  /** More hours than all people on earth have in a year: a larger number is a mistake. */
  private static final BigDecimal TOTAL_MAX = new BigDecimal(100_000_000_000_000L);

  private static final int DECIMALS = 2;

  /**
   * Exactly so many hours.
   *
   * @throws Malformed with more than two decimals: nothing is rounded here
   */
  public static WorkedHours total(BigDecimal hours) {
    if (hours.abs().compareTo(TOTAL_MAX) > 0) {
      throw new Malformed("HOURS_RANGE", "So many worked hours cannot be.");
    }
    var plain = hours.stripTrailingZeros();
    if (plain.scale() > DECIMALS) {
      throw new Malformed("HOURS_FORM", "Expected worked hours such as 36 or 12.75: two decimals.");
    }
    return new WorkedHours(plain.movePointRight(DECIMALS).longValue());
  }

  /** The hours, with two decimals. */
  public BigDecimal total() {
    return BigDecimal.valueOf(hundredths, DECIMALS);
  }

  /** Those of both. */
  public WorkedHours plus(WorkedHours other) {
    return new WorkedHours(Math.addExact(hundredths, other.hundredths));
  }

  @Override
  public int compareTo(WorkedHours other) {
    return Long.compare(hundredths, other.hundredths);
  }

  /** Such as {@code 150.50 worked hours}. */
  @Override
  public String toString() {
    return total().toPlainString() + " worked hours";
  }
}
