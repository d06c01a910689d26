package nl.banenschakel.year;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.failure.Failure;

/** What the norms say of the roll-over. */
final class YearRules {
  private static final int MONTHS = 12;
  private static final int FOUR_WEEK_PERIODS = 13;

  private final Norms norms;

  YearRules(Norms norms) {
    this.norms = norms;
  }

  /** A tijdvak of the old year, and the last day on which its return may come. */
  record Expected(Tijdvak tijdvak, LocalDate due) {}

  /**
   * Lets a year be opened or refreshed on a day.
   *
   * @throws Failure.Conflict YEAR_TOO_EARLY or YEAR_TOO_LATE when the day lies outside the norms
   */
  void requireOpenable(int year, LocalDate day) {
    var first = day(year - 1, norms.at(NormName.YEAR_OPENS_FROM, newYear(year)).integers());
    if (day.isBefore(first)) {
      throw new Failure.Conflict(
          "YEAR_TOO_EARLY", "%d can be opened from %s on.".formatted(year, first));
    }
    var end = norms.at(NormName.YEAR_CLOSED_FOR_GOOD, newYear(year)).integers();
    var last = day(year + end.get(0), end.subList(1, end.size()));
    if (day.isAfter(last)) {
      throw new Failure.Conflict(
          "YEAR_TOO_LATE",
          "%d could be opened until %s: nothing of it can be corrected any more."
              .formatted(year, last));
    }
  }

  /** Every tijdvak of the year before, months and four weeks. */
  List<Expected> expected(int year) {
    int old = year - 1;
    return Stream.concat(
            IntStream.rangeClosed(1, MONTHS).mapToObj(n -> "%d-M%02d".formatted(old, n)),
            IntStream.rangeClosed(1, FOUR_WEEK_PERIODS).mapToObj(n -> "%d-P%02d".formatted(old, n)))
        .map(Tijdvak::parse)
        .map(tijdvak -> new Expected(tijdvak, due(tijdvak)))
        .toList();
  }

  /** Age in days beyond which a register list is old, on a day. */
  int staleAfterDays(LocalDate day) {
    return norms.at(NormName.REGISTER_AMBER_AFTER_DAYS, day).integer();
  }

  /** How often somebody may lack on newer lists before being no longer seen. */
  int graceRefreshes(int year) {
    return norms.at(NormName.PRESENCE_GRACE_REFRESHES, newYear(year).minusDays(1)).integer();
  }

  /** Norms without a value on some day of the year, each with the first such day. */
  Map<NormName, LocalDate> lacking(int year) {
    return norms.lacking(newYear(year), LocalDate.of(year, 12, 31));
  }

  private LocalDate due(Tijdvak tijdvak) {
    return tijdvak.returnDue(norms.at(NormName.WAGE_RETURN_DUE_MONTHS, tijdvak.end()).integer());
  }

  private static LocalDate newYear(int year) {
    return LocalDate.of(year, 1, 1);
  }

  private static LocalDate day(int year, List<Integer> monthAndDay) {
    return MonthDay.of(monthAndDay.get(0), monthAndDay.get(1)).atYear(year);
  }
}
