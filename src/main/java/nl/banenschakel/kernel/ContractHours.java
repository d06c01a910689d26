package nl.banenschakel.kernel;

import java.math.BigDecimal;

/**
 * Hours agreed in contracts, per week: one of four kinds of hours that are never added to each
 * other (DOMAIN 1). Exact: whole hundredths of an hour. Not below zero; a sum may be of any size.
 *
 * @param hundredthsPerWeek 3,600 for 36 hours a week
 */
public record ContractHours(long hundredthsPerWeek) implements Comparable<ContractHours> {
  public static final ContractHours NONE = new ContractHours(0);

  /** More hours a week than all people on earth have: a larger number is a mistake, not a sum. */
  private static final BigDecimal PER_WEEK_MAX = new BigDecimal(1_000_000_000_000L);

  private static final int DECIMALS = 2;

  /** Holds hours that can be agreed, or fails with {@link Malformed}. */
  public ContractHours {
    if (hundredthsPerWeek < 0) {
      throw new Malformed("HOURS_RANGE", "Contract hours per week are not below zero.");
    }
  }

  /**
   * Exactly so many hours a week.
   *
   * @throws Malformed below zero, and with more than two decimals: nothing is rounded here
   */
  public static ContractHours perWeek(BigDecimal hours) {
    if (hours.compareTo(PER_WEEK_MAX) > 0) {
      throw new Malformed("HOURS_RANGE", "So many contract hours per week cannot be.");
    }
    var plain = hours.stripTrailingZeros();
    if (plain.scale() > DECIMALS) {
      throw new Malformed(
          "HOURS_FORM", "Expected contract hours per week such as 36 or 12.75: two decimals.");
    }
    return new ContractHours(plain.movePointRight(DECIMALS).longValue());
  }

  /** Hours per week, with two decimals. */
  public BigDecimal perWeek() {
    return BigDecimal.valueOf(hundredthsPerWeek, DECIMALS);
  }

  /** Those of both contracts. */
  public ContractHours plus(ContractHours other) {
    return new ContractHours(Math.addExact(hundredthsPerWeek, other.hundredthsPerWeek));
  }

  @Override
  public int compareTo(ContractHours other) {
    return Long.compare(hundredthsPerWeek, other.hundredthsPerWeek);
  }

  /** Such as {@code 12.75 contract hours per week}. */
  @Override
  public String toString() {
    return perWeek().toPlainString() + " contract hours per week";
  }
}
