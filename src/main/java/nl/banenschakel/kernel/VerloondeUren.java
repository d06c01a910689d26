package nl.banenschakel.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Hours for which wage was paid, as the wage return has them: one of four kinds of hours that are
 * never added to each other (DOMAIN 1). Whole hours over a tijdvak or a year; below zero in a
 * correction.
 *
 * @param hours a total, never an average per week
 */
public record VerloondeUren(long hours) implements Comparable<VerloondeUren> {
  public static final VerloondeUren NONE = new VerloondeUren(0);

  /**
   * Paid hours with decimals as the wage return rounds them: to whole hours, a half up (DOMAIN 7:
   * 23.5 is 24, 2.49 is 2). A correction takes away what was reported: a half below zero goes down.
   */
  public static VerloondeUren rounded(BigDecimal paid) {
    return new VerloondeUren(paid.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /** Those of both. */
  public VerloondeUren plus(VerloondeUren other) {
    return new VerloondeUren(Math.addExact(hours, other.hours));
  }

  /** What is left without the other ones. */
  public VerloondeUren minus(VerloondeUren other) {
    return new VerloondeUren(Math.subtractExact(hours, other.hours));
  }

  @Override
  public int compareTo(VerloondeUren other) {
    return Long.compare(hours, other.hours);
  }

  /** Such as {@code 139 verloonde uren}. */
  @Override
  public String toString() {
    return hours + " verloonde uren";
  }
}
