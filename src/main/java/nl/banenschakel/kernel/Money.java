package nl.banenschakel.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of euros, exact to the cent; below zero where it is owed back.
 *
 * @param cents 151,500 for EUR 1,515.00
 */
public record Money(long cents) implements Comparable<Money> {
  public static final Money NONE = new Money(0);

  /** More than anybody owes here: a larger number is a mistake. */
  private static final BigDecimal EUROS_MAX = new BigDecimal(1_000_000_000_000L);

  private static final int DECIMALS = 2;

  /**
   * Exactly so many euros.
   *
   * @throws Malformed with more than two decimals: nothing is rounded here
   */
  public static Money euros(BigDecimal euros) {
    if (euros.abs().compareTo(EUROS_MAX) > 0) {
      throw new Malformed("AMOUNT_RANGE", "So many euros cannot be.");
    }
    var plain = euros.stripTrailingZeros();
    if (plain.scale() > DECIMALS) {
      throw new Malformed("AMOUNT_FORM", "Expected euros such as 2000 or 12.75: two decimals.");
    }
    return new Money(plain.movePointRight(DECIMALS).longValueExact());
  }

  /**
   * Euros with any decimals that were worked out, to whole cents: a half goes away from zero. What
   * was sent is held to its limits; what comes of it may be more.
   *
   * @throws ArithmeticException beyond 2^63 cents
   */
  public static Money rounded(BigDecimal euros) {
    return new Money(
        euros.setScale(DECIMALS, RoundingMode.HALF_UP).movePointRight(DECIMALS).longValueExact());
  }

  /** The euros, with two decimals. */
  public BigDecimal euros() {
    return BigDecimal.valueOf(cents, DECIMALS);
  }

  /** Both together. */
  public Money plus(Money other) {
    return new Money(Math.addExact(cents, other.cents));
  }

  /** What is left without the other one. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(cents, other.cents));
  }

  /** So many times as much. */
  public Money times(long times) {
    return new Money(Math.multiplyExact(cents, times));
  }

  /** No more than the other one. */
  public Money atMost(Money most) {
    return compareTo(most) > 0 ? most : this;
  }

  /** No less than the other one. */
  public Money atLeast(Money least) {
    return compareTo(least) < 0 ? least : this;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }

  /** Such as {@code EUR 1515.00}. */
  @Override
  public String toString() {
    return "EUR " + euros().toPlainString();
  }
}
