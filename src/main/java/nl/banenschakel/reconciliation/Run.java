package nl.banenschakel.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.VerloondeUren;

/**
 * A finished comparison and its totals.
 *
 * @param id its address
 * @param number the payroll that was compared
 * @param from first day of the first tijdvak
 * @param until last day of the last tijdvak
 * @param asOf the moment as of which it was asked for; none: what was known when it was made
 * @param startedBy the client or person that asked for it
 * @param startedAt when
 * @param finishedAt when its figures stood
 * @param totals what it comes to
 * @param resultHash SHA-256 in hex: equal for equal facts
 */
public record Run(
    UUID id,
    Loonheffingennummer number,
    LocalDate from,
    LocalDate until,
    Optional<OffsetDateTime> asOf,
    String startedBy,
    OffsetDateTime startedAt,
    OffsetDateTime finishedAt,
    Totals totals,
    String resultHash) {

  /**
   * What a run comes to.
   *
   * @param verloondeUrenAll verloonde uren of all counted relationships, anonymous ones too
   * @param verloondeUrenRegistered those of people while seen in the register
   * @param verloondeUrenWsw verloonde uren of Wsw relationships: kept apart, in neither of the
   *     others
   * @param contractHoursPerWeekRegistered of registered people, on the last day of the period
   * @param jobsYear registered verloonde uren divided by those of one job, four decimals
   * @param jobsWeek contract hours per week divided by those of one job, four decimals
   */
  public record Totals(
      VerloondeUren verloondeUrenAll,
      VerloondeUren verloondeUrenRegistered,
      VerloondeUren verloondeUrenWsw,
      ContractHours contractHoursPerWeekRegistered,
      BigDecimal jobsYear,
      BigDecimal jobsWeek) {}
}
