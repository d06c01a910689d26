package nl.banenschakel.app.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.app.demo.SyntheticPerson.Contract;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Tijdvak;

/**
 * The first quarter of 2026 of an employer that does not exist: sixty people, of whom a third is in
 * the register, and every kind of difference at least once. February was never returned.
 */
public final class SyntheticQuarter {
  /** The months with a wage return. */
  public static final Tijdvak JANUARY = Tijdvak.parse("2026-M01");

  /** See {@link #JANUARY}. */
  public static final Tijdvak MARCH = Tijdvak.parse("2026-M03");

  private static final int COLLEAGUES = 36;
  private static final int REGISTERED = 14;
  private static final int DAYS_A_WEEK = 7;
  private static final List<BigDecimal> HOURS =
      List.of(hours("36"), hours("32"), hours("24"), hours("20"), hours("28"), hours("12.75"));
  private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);

  private final Iterator<Bsn> bsns = SyntheticPerson.bsns().iterator();
  private final List<SyntheticPerson> people = new ArrayList<>();

  private SyntheticQuarter() {}

  /** The people, always the same. */
  public static List<SyntheticPerson> people() {
    var quarter = new SyntheticQuarter();
    quarter.addThoseInOrder();
    quarter.addThoseWithAnotherContract();
    quarter.addThoseWithAnotherPayroll();
    quarter.addThoseOfTheRegisterOnly();
    return List.copyOf(quarter.people);
  }

  private void addThoseInOrder() {
    for (int n = 0; n < COLLEAGUES + REGISTERED; n++) {
      var contract = contract(YEAR.minusDays(200 + 37L * n), HOURS.get(n % HOURS.size()));
      boolean registered = n >= COLLEAGUES;
      add(registered, registered, registered, List.of(contract), asAgreed(contract));
    }
  }

  private void addThoseWithAnotherContract() {
    // Expected on the list, and not there.
    var expected = contract(YEAR.minusDays(90), hours("24"));
    add(false, true, false, List.of(expected), asAgreed(expected));
    // The contract ended with the year; January was paid all the same.
    var ended =
        new Contract(
            Optional.empty(), YEAR.minusYears(1), Optional.of(YEAR.minusDays(1)), hours("32"));
    add(true, true, true, List.of(ended), Map.of(JANUARY, 40));
    // One contract number, two parts with days in common.
    var until = LocalDate.of(2026, 2, 28);
    var first =
        new Contract(
            Optional.of("C-2026-07"), YEAR.minusMonths(6), Optional.of(until), hours("16"));
    var second =
        new Contract(Optional.of("C-2026-07"), until.minusDays(13), Optional.empty(), hours("20"));
    add(true, true, true, List.of(first, second), asAgreed(first, second));
    // More hours from February on: two contracts in a row, one job.
    var before =
        new Contract(Optional.empty(), YEAR.minusYears(2), Optional.of(JANUARY.end()), hours("20"));
    var after = contract(JANUARY.end().plusDays(1), hours("28"));
    add(true, true, true, List.of(before, after), asAgreed(before, after));
  }

  private void addThoseWithAnotherPayroll() {
    var contract = contract(YEAR.minusYears(3), hours("30"));
    // Works, but is in no wage return.
    add(true, true, true, List.of(contract), Map.of());
    // Fewer and more hours than agreed, in March.
    add(true, true, true, List.of(contract), Map.of(JANUARY, 133, MARCH, 61));
    add(true, true, true, List.of(contract), Map.of(JANUARY, 133, MARCH, 171));
    // The LKV was not asked for.
    add(true, true, false, List.of(contract), asAgreed(contract));
  }

  private void addThoseOfTheRegisterOnly() {
    // On the list of this loonheffingennummer; known neither to HR nor to payroll.
    add(true, true, false, List.of(), Map.of());
    add(true, true, false, List.of(), Map.of());
  }

  private void add(
      boolean listed,
      boolean expected,
      boolean lkvRequested,
      List<Contract> contracts,
      Map<Tijdvak, Integer> paid) {
    var number = "VZ-%03d".formatted(people.size() + 1);
    people.add(
        new SyntheticPerson(number, bsns.next(), listed, expected, lkvRequested, contracts, paid));
  }

  /** The hours that the contracts come to, in each month that was returned. */
  private static Map<Tijdvak, Integer> asAgreed(Contract... contracts) {
    var paid = new LinkedHashMap<Tijdvak, Integer>();
    for (var tijdvak : List.of(JANUARY, MARCH)) {
      var sum = BigDecimal.ZERO;
      for (var contract : contracts) {
        sum =
            sum.add(contract.hoursPerWeek().multiply(BigDecimal.valueOf(days(contract, tijdvak))));
      }
      paid.put(
          tijdvak, sum.divide(BigDecimal.valueOf(DAYS_A_WEEK), 0, RoundingMode.HALF_UP).intValue());
    }
    return paid;
  }

  private static long days(Contract contract, Tijdvak tijdvak) {
    var from = contract.start().isAfter(tijdvak.start()) ? contract.start() : tijdvak.start();
    var end = contract.end().filter(ends -> ends.isBefore(tijdvak.end())).orElse(tijdvak.end());
    return Math.max(0, ChronoUnit.DAYS.between(from, end) + 1);
  }

  private static Contract contract(LocalDate start, BigDecimal hoursPerWeek) {
    return new Contract(Optional.empty(), start, Optional.empty(), hoursPerWeek);
  }

  private static BigDecimal hours(String text) {
    return new BigDecimal(text);
  }
}
