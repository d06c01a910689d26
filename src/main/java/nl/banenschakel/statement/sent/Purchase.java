package nl.banenschakel.statement.sent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was bought, where hours are stated of people who helped deliver it.
 *
 * @param labourShare part of the price that is labour, in percent: 0 to 100
 * @param deliveredOn when it was delivered
 */
public record Purchase(
    Optional<BigDecimal> labourShare, Optional<LocalDate> deliveredOn, List<Invoice> invoices) {
  /** Nothing is told of a purchase. */
  public static final Purchase NONE = new Purchase(Optional.empty(), Optional.empty(), List.of());

  /**
   * An invoice of it.
   *
   * @param number the supplier's own, which the buyer knows
   */
  public record Invoice(
      String number, Optional<LocalDate> invoicedOn, Optional<LocalDate> paidOn) {}
}
