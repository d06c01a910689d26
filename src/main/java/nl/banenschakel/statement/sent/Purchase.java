package nl.banenschakel.statement.sent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Malformed;

/**
 * What was bought, where hours are stated of people who helped deliver it.
 *
 * @param labourShare part of the price that is labour, in percent: 0 to 100
 * @param deliveredOn when it was delivered
 */
public record Purchase(
    Optional<BigDecimal> labourShare, Optional<LocalDate> deliveredOn, List<Invoice> invoices) {
  /** Invoices of one statement. */
  public static final int INVOICES_MAX = 100;

  private static final BigDecimal PERCENT_MAX = new BigDecimal(100);

  /** Nothing is told of a purchase. */
  public static final Purchase NONE = new Purchase(Optional.empty(), Optional.empty(), List.of());

  /**
   * Reads a labour share: 0 to 100, with two decimals at most.
   *
   * @throws Malformed when it is none
   */
  public static BigDecimal labourShare(BigDecimal share) {
    if (share.signum() < 0 || share.compareTo(PERCENT_MAX) > 0 || share.scale() > 2) {
      throw new Malformed(
          "LABOUR_SHARE_RANGE", "Expected a percentage from 0 to 100, with two decimals at most.");
    }
    return share;
  }

  /**
   * An invoice of it.
   *
   * @param number the supplier's own, which the buyer knows
   */
  public record Invoice(
      String number, Optional<LocalDate> invoicedOn, Optional<LocalDate> paidOn) {}
}
