package nl.banenschakel.kernel;

import java.math.BigDecimal;

/**
 * Hours that a lender or supplier asks money for: one of four kinds of hours that are never added
 * to each other (DOMAIN 1). Exact: whole hundredths of an hour; below zero in a correction.
 *
 * @param hundredths a total over whatever period they are of: 15,050 for 150.5 hours
 */
public record InvoicedHours(long hundredths) implements Comparable<InvoicedHours> {
  public static final InvoicedHours NONE = new InvoicedHours(0);

  /** More hours than all people on earth have in a year: a larger number is a mistake. */
  private static final BigDecimal TOTAL_MAX = new BigDecimal(100_000_000_000_000L);

  private static final int DECIMALS = 2;

  /**
   * Exactly so many hours.
   *
   * @throws Malformed with more than two decimals: nothing is rounded here
   */
  public static InvoicedHours total(BigDecimal hours) {
    if (hours.abs().compareTo(TOTAL_MAX) > 0) {
      throw new Malformed("HOURS_RANGE", "So many invoiced hours cannot be.");
    }
    var plain = hours.stripTrailingZeros();
    if (plain.scale() > DECIMALS) {
      throw new Malformed(
          "HOURS_FORM", "Expected invoiced hours such as 36 or 12.75: two decimals.");
    }
    return new InvoicedHours(plain.movePointRight(DECIMALS).longValue());
  }

  /** The hours, with two decimals. */
  public BigDecimal total() {
    return BigDecimal.valueOf(hundredths, DECIMALS);
  }

  /** Those of both. */
  public InvoicedHours plus(InvoicedHours other) {
    return new InvoicedHours(Math.addExact(hundredths, other.hundredths));
  }

  @Override
  public int compareTo(InvoicedHours other) {
    return Long.compare(hundredths, other.hundredths);
  }

  /** Such as {@code 150.50 invoiced hours}. */
  @Override
  public String toString() {
    return total().toPlainString() + " invoiced hours";
  }
}
