package nl.banenschakel.agreement;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.agreement.Terms.Component;
import nl.banenschakel.kernel.Tijdvak;

/**
 * What two organisations agree on.
 *
 * @param validFrom first day
 * @param validUntil last day, inclusive; empty: as long as the relation lasts
 * @param recognition of procurement only: when hours count
 */
public record Content(
    LocalDate validFrom,
    Optional<LocalDate> validUntil,
    Regime regime,
    Sharing sharing,
    Stating stating,
    Objecting objecting,
    Settling settling,
    Optional<Recognition> recognition) {

  /**
   * Who gains and pays what, and how that is shared.
   *
   * @param bonusTo who receives LKV and bonus from the state
   * @param opslagPaidBy who pays opslag, each over its own payroll
   * @param terms one a component at most
   */
  public record Sharing(Side bonusTo, Set<Side> opslagPaidBy, List<Terms> terms) {
    public Sharing {
      opslagPaidBy = Set.copyOf(opslagPaidBy);
      terms = List.copyOf(terms);
    }
  }

  /**
   * How the provider states hours.
   *
   * @param every length of a period
   * @param dueDays after the last day of a period, in which its hours are to be stated
   * @param correctionsUntil of the year after: until then statements for a year are corrected
   */
  public record Stating(Frequency every, Channel channel, int dueDays, MonthDay correctionsUntil) {}

  /**
   * How the receiver objects.
   *
   * @param days from a statement on, in which it may
   * @param silence what it means that it does not
   */
  public record Objecting(int days, Silence silence) {}

  /**
   * When money is due.
   *
   * @param every how often an advance is settled
   * @param finalFrom of the year after: from then on the year is settled for good
   * @param trueUp whether what changes after that is settled too
   */
  public record Settling(Frequency every, MonthDay finalFrom, boolean trueUp) {}

  /** Under which rules (DOMAIN 5). */
  public enum Regime {
    /** Quotum and quotumheffing; LKV. */
    QUOTUM_2015,
    /** Opslag and bonus (Stb. 2025, 121); LKV. */
    ACT_2025;

    /** Whether there is such a thing under these rules. */
    public boolean has(Component component) {
      return switch (component) {
        case LKV -> true;
        case HEFFING -> this == QUOTUM_2015;
        case BONUS, OPSLAG -> this == ACT_2025;
      };
    }
  }

  /** How often. */
  public enum Frequency {
    MONTH,
    /** The four-week tijdvakken of the wage return. */
    FOUR_WEEKS,
    QUARTER,
    YEAR;

    /** The last day of the period of this length in which a day lies. */
    public LocalDate lastDay(LocalDate day) {
      return switch (this) {
        case MONTH -> YearMonth.from(day).atEndOfMonth();
        case FOUR_WEEKS -> Tijdvak.fourWeeksOf(day).end();
        case QUARTER ->
            YearMonth.from(day.with(IsoFields.DAY_OF_QUARTER, 1)).plusMonths(2).atEndOfMonth();
        case YEAR -> LocalDate.of(day.getYear(), Month.DECEMBER, 31);
      };
    }
  }

  /** How hours are stated. */
  public enum Channel {
    SETU_2_0,
    SETU_1_4,
    JSON,
    FILE,
    /** A form behind a link that works once. */
    FORM
  }

  /** What it means that nobody objects in time. */
  public enum Silence {
    /** What was stated is agreed to. */
    ACCEPTS,
    /** What was stated is not agreed to. */
    DISPUTES
  }

  /** When hours of procurement count. */
  public enum Recognition {
    DELIVERED,
    INVOICED,
    PAID
  }
}
