package nl.banenschakel.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An aangiftetijdvak: the atomic period of the wage return, a calendar month ({@code 2026-M03}) or
 * four weeks ({@code 2026-P07}). It is never split by day (Wfsv 38g(8)).
 *
 * <p>Thirteen four-week periods a year: P01 starts on 1 January, P13 ends on 31 December, and
 * between them each begins on the Monday of ISO week 5, 9, 13, ... (DOMAIN 1).
 *
 * @param code year, M or P, and a two-digit number
 * @param start first day
 * @param end last day, inclusive
 */
public record Tijdvak(String code, LocalDate start, LocalDate end) implements Comparable<Tijdvak> {
  private static final Pattern FORM = Pattern.compile("(20\\d{2})-([MP])(\\d{2})");
  private static final int MONTHS = 12;
  private static final int FOUR_WEEK_PERIODS = 13;

  /**
   * Reads a code.
   *
   * @throws Malformed when there is no such tijdvak
   */
  public static Tijdvak parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw malformed();
    }
    int year = Integer.parseInt(match.group(1));
    int number = Integer.parseInt(match.group(3));
    boolean monthly = match.group(2).equals("M");
    if (number < 1 || number > (monthly ? MONTHS : FOUR_WEEK_PERIODS)) {
      throw malformed();
    }
    return monthly ? month(year, number) : fourWeeks(year, number);
  }

  /**
   * The tijdvak that has exactly these first and last days, or none: the two must belong together.
   */
  public static Optional<Tijdvak> of(LocalDate start, LocalDate end) {
    var month = month(start.getYear(), start.getMonthValue());
    if (month.start.equals(start) && month.end.equals(end)) {
      return Optional.of(month);
    }
    for (int number = 1; number <= FOUR_WEEK_PERIODS; number++) {
      var period = fourWeeks(start.getYear(), number);
      if (period.start.equals(start) && period.end.equals(end)) {
        return Optional.of(period);
      }
    }
    return Optional.empty();
  }

  /** The four-week period in which a day lies. */
  public static Tijdvak fourWeeksOf(LocalDate day) {
    return IntStream.rangeClosed(1, FOUR_WEEK_PERIODS)
        .mapToObj(number -> fourWeeks(day.getYear(), number))
        .filter(period -> !period.end.isBefore(day))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The tijdvak under which a return of these days stands: itself, or the month that has the very
   * days of these four weeks. In 2027 the first two periods are January and February: a return
   * tells its days and not their kind.
   */
  public Tijdvak ofItsDays() {
    return of(start, end).orElseThrow();
  }

  /** The four-week period with these days: itself, the twin of a month, or none. */
  public Optional<Tijdvak> inFourWeeks() {
    if (!isMonth()) {
      return Optional.of(this);
    }
    return IntStream.rangeClosed(1, FOUR_WEEK_PERIODS)
        .mapToObj(number -> fourWeeks(start.getYear(), number))
        .filter(period -> period.start.equals(start) && period.end.equals(end))
        .findFirst();
  }

  /** The tijdvak of the same kind that follows this one. */
  public Tijdvak next() {
    var day = end.plusDays(1);
    if (isMonth()) {
      return month(day.getYear(), day.getMonthValue());
    }
    int number = Integer.parseInt(code.substring(6));
    return number == FOUR_WEEK_PERIODS
        ? fourWeeks(day.getYear(), 1)
        : fourWeeks(day.getYear(), number + 1);
  }

  /**
   * The last day on which its wage return may come, so many months after it ends (AWR 10 and 19):
   * of a tijdvak that ends with its month the last day of a month as well.
   */
  public LocalDate returnDue(int months) {
    var due = end.plusMonths(months);
    boolean endsItsMonth = YearMonth.from(end).atEndOfMonth().equals(end);
    return endsItsMonth ? YearMonth.from(due).atEndOfMonth() : due;
  }

  /** Whether it is a calendar month; else it is a four-week period. */
  public boolean isMonth() {
    return code.charAt(5) == 'M';
  }

  /** By first day; a month before the four weeks that start with it. */
  @Override
  public int compareTo(Tijdvak other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : code.compareTo(other.code);
  }

  /** The code. */
  @Override
  public String toString() {
    return code;
  }

  private static Tijdvak month(int year, int number) {
    var month = YearMonth.of(year, number);
    return new Tijdvak("%d-M%02d".formatted(year, number), month.atDay(1), month.atEndOfMonth());
  }

  private static Tijdvak fourWeeks(int year, int number) {
    var start = number == 1 ? LocalDate.of(year, 1, 1) : mondayOfWeek(year, 4 * number - 3);
    var end =
        number == FOUR_WEEK_PERIODS
            ? LocalDate.of(year, 12, 31)
            : mondayOfWeek(year, 4 * number + 1).minusDays(1);
    return new Tijdvak("%d-P%02d".formatted(year, number), start, end);
  }

  private static LocalDate mondayOfWeek(int year, int week) {
    // 4 January always lies in ISO week 1.
    return LocalDate.of(year, 1, 4)
        .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static Malformed malformed() {
    return new Malformed(
        "TIJDVAK_UNKNOWN",
        "A tijdvak is a month such as 2026-M03 or four weeks such as 2026-P07 (P01 to P13).");
  }
}
