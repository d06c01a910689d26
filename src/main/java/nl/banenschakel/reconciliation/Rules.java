package nl.banenschakel.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;

/**
 * The norms a run is made with, as they stand on the last day of its period; kept with the run.
 *
 * @param hoursPerJobYear verloonde uren a year that are one job
 * @param hoursPerJobWeek hours a week that are one job
 * @param toleranceHours difference in hours that is no finding
 * @param toleranceShare the same as a share of the expected hours; the larger of the two holds
 * @param graceRefreshes how often somebody may lack in newer lists before being no longer seen
 * @param registerAmberDays age of the newest register list beyond which the report warns
 * @param registerRedDays the same in red
 * @param countedKinds kinds of income relationship ({@code SrtIV}) that count
 * @param wswKinds kinds that are Wsw: kept apart
 * @param lkvRequestsUntil month and day of the next year until which an LKV can be requested
 * @param correctionsUntil the same for corrections that count for the year
 * @param returnDueMonths months after a tijdvak in which its wage return may come
 */
record Rules(
    BigDecimal hoursPerJobYear,
    BigDecimal hoursPerJobWeek,
    BigDecimal toleranceHours,
    BigDecimal toleranceShare,
    int graceRefreshes,
    int registerAmberDays,
    int registerRedDays,
    List<Integer> countedKinds,
    List<Integer> wswKinds,
    List<Integer> lkvRequestsUntil,
    List<Integer> correctionsUntil,
    int returnDueMonths) {

  static Rules at(Norms norms, LocalDate day) {
    return new Rules(
        norms.at(NormName.HOURS_PER_JOB_PER_YEAR, day).decimal(),
        norms.at(NormName.HOURS_PER_JOB_PER_WEEK, day).decimal(),
        norms.at(NormName.TOLERANCE_HOURS, day).decimal(),
        norms.at(NormName.TOLERANCE_SHARE, day).decimal(),
        norms.at(NormName.PRESENCE_GRACE_REFRESHES, day).integer(),
        norms.at(NormName.REGISTER_AMBER_AFTER_DAYS, day).integer(),
        norms.at(NormName.REGISTER_RED_AFTER_DAYS, day).integer(),
        norms.at(NormName.COUNTED_RELATIONSHIP_KINDS, day).integers(),
        norms.at(NormName.WSW_RELATIONSHIP_KINDS, day).integers(),
        norms.at(NormName.LAST_LKV_REQUEST, day).integers(),
        norms.at(NormName.LAST_CORRECTION, day).integers(),
        norms.at(NormName.WAGE_RETURN_DUE_MONTHS, day).integer());
  }
}
