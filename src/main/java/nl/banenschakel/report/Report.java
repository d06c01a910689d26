package nl.banenschakel.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.platform.audit.People;

/**
 * What a run found, as it is read and signed: no BSN and nothing from which one could be made.
 *
 * @param header which run, of whom, over what
 * @param totals what it comes to
 * @param breakdowns the same by department, by school and by cost centre
 * @param tijdvakken the periods, and whether a return and the register speak for each
 * @param people how many registered people with a contract day or hours in the period
 * @param findings how many differences
 */
public record Report(
    Header header,
    Totals totals,
    List<Breakdown> breakdowns,
    List<Period> tijdvakken,
    int people,
    int findings) {

  /**
   * The first rows of each table of a report.
   *
   * @param report what they are of
   * @param people by personnel number
   * @param groups by code
   */
  public record Glance(Report report, List<Person> people, List<Group> groups) {}

  /**
   * Differences of one code.
   *
   * @param code one of the closed list (DOMAIN 6)
   * @param size how many there are
   * @param findings the first of them, by personnel number and tijdvak
   */
  public record Group(String code, int size, List<Finding> findings) {}

  /**
   * Which run it is.
   *
   * @param run its id
   * @param organisation the employer's name
   * @param loonheffingennummer the payroll that was compared
   * @param from first day
   * @param until last day
   * @param finishedAt when its figures stood
   * @param asOf the moment as of which it was asked for
   * @param registerList the newest register list
   * @param registerLines its lines
   * @param freshness how old that list was; empty: there was none
   * @param resultHash SHA-256 in hex: equal for equal facts
   * @param verloondeUrenPerJobYear verloonde uren that make one job, by the norms on the last day
   * @param contractHoursPerJobWeek contract hours a week that make one job, by the same
   */
  public record Header(
      UUID run,
      String organisation,
      String loonheffingennummer,
      LocalDate from,
      LocalDate until,
      OffsetDateTime finishedAt,
      Optional<OffsetDateTime> asOf,
      Optional<UUID> registerList,
      int registerLines,
      Optional<Freshness> freshness,
      String resultHash,
      BigDecimal verloondeUrenPerJobYear,
      BigDecimal contractHoursPerJobWeek) {}

  /**
   * How old the newest register list was on the day of the run.
   *
   * @param peildatum the day the list speaks of
   * @param ageDays from then to the day of the run; below 0 for a list of a day to come
   */
  public record Freshness(LocalDate peildatum, int ageDays, Level level) {
    /** By the norms of the run. */
    public enum Level {
      /** Recent. */
      GREEN,
      /** Old: ask again. */
      AMBER,
      /** Too old to rely on. */
      RED
    }

    /** A sentence for a Dutch reader. */
    public String dutch() {
      var age = ageDays == 1 ? "1 dag oud" : ageDays + " dagen oud";
      return switch (level) {
        case GREEN -> age;
        case AMBER -> age + ": vraag het register opnieuw";
        case RED -> age + ", te oud om op te bouwen: vraag het register opnieuw";
      };
    }
  }

  /**
   * What the run comes to; see the run for the meaning of each figure.
   *
   * @param verloondeUrenAll of everybody
   * @param verloondeUrenRegistered of people in the register
   * @param verloondeUrenWsw of Wsw relationships, in neither of the other two
   * @param contractHoursPerWeekRegistered on the last day of the period
   * @param jobsYear four decimals
   * @param jobsWeek four decimals
   */
  public record Totals(
      VerloondeUren verloondeUrenAll,
      VerloondeUren verloondeUrenRegistered,
      VerloondeUren verloondeUrenWsw,
      ContractHours contractHoursPerWeekRegistered,
      BigDecimal jobsYear,
      BigDecimal jobsWeek) {}

  /**
   * One tijdvak.
   *
   * @param tijdvak its code
   * @param returned a return of the whole tijdvak is there
   * @param asked a register list speaks for it; if not, nothing is known, which is not "no"
   */
  public record Period(String tijdvak, boolean returned, boolean asked) {}

  /**
   * A registered person who works or worked here.
   *
   * @param id names the person within this organisation; tells nothing outside it
   * @param personnelNumber of the contract, else of the wage return
   * @param since first day of the unbroken chain of contracts
   * @param contractHoursPerWeek on the last contract day in the period
   * @param verloondeUren paid in the period while in the register
   */
  public record Person(
      UUID id,
      Optional<String> personnelNumber,
      Optional<LocalDate> since,
      Optional<ContractHours> contractHoursPerWeek,
      VerloondeUren verloondeUren) {}

  /**
   * A difference.
   *
   * @param id its address within the run
   * @param code one of the closed list (DOMAIN 6)
   * @param person whom it is about
   * @param personnelNumber of that person
   * @param tijdvak when
   * @param registerLine data row of the register list, from 1, where nothing else names the person
   * @param expected hours by contract, two decimals
   * @param actual hours paid
   */
  public record Finding(
      UUID id,
      String code,
      Optional<UUID> person,
      Optional<String> personnelNumber,
      Optional<String> tijdvak,
      Optional<Integer> registerLine,
      Optional<BigDecimal> expected,
      Optional<BigDecimal> actual) {

    /** Whom they tell of: some are about a tijdvak, and about nobody. */
    public static People people(List<Finding> findings) {
      return People.of(findings.stream().flatMap(finding -> finding.person().stream()).toList());
    }
  }
}
