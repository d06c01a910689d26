package nl.banenschakel.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import nl.banenschakel.norm.Norms;

/**
 * The norms a run is made with, as they stand on the last day of its period; kept with the run.
 *
 * @param hoursPerJobYear verloonde uren a year that are one job
 * @param hoursPerJobWeek hours a week that are one job
 * @param toleranceHours difference in hours that is no finding
 * @param toleranceShare the same as a share of the expected hours; the larger of the two holds
 * @param graceRefreshes how often somebody may lack in newer lists before being no longer seen
 * @param countedKinds kinds of income relationship ({@code SrtIV}) that count
 * @param wswKinds kinds that are Wsw: kept apart
 */
record Rules(
    BigDecimal hoursPerJobYear,
    BigDecimal hoursPerJobWeek,
    BigDecimal toleranceHours,
    BigDecimal toleranceShare,
    int graceRefreshes,
    Integer[] countedKinds,
    Integer[] wswKinds) {

  static Rules at(Norms norms, LocalDate day) {
    return new Rules(
        norms.at("hours-per-job-per-year", day).decimal(),
        norms.at("hours-per-job-per-week", day).decimal(),
        norms.at("hours-tolerance-hours", day).decimal(),
        norms.at("hours-tolerance-share", day).decimal(),
        norms.at("presence-grace-refreshes", day).integer(),
        norms.at("income-relationship-kinds-counted", day).integers().toArray(Integer[]::new),
        norms.at("income-relationship-kinds-wsw", day).integers().toArray(Integer[]::new));
  }
}
