package nl.banenschakel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TijdvakTest {

  @ParameterizedTest(name = "{0} runs from {1} to {2}")
  @CsvSource({
    "2026-M01, 2026-01-01, 2026-01-31",
    "2026-M02, 2026-02-01, 2026-02-28",
    "2028-M02, 2028-02-01, 2028-02-29",
    "2026-P01, 2026-01-01, 2026-01-25",
    "2026-P02, 2026-01-26, 2026-02-22",
    "2026-P13, 2026-11-30, 2026-12-31",
    "2025-P01, 2025-01-01, 2025-01-26",
    "2025-P02, 2025-01-27, 2025-02-23",
    "2025-P13, 2025-12-01, 2025-12-31",
    "2027-P01, 2027-01-01, 2027-01-31",
    "2027-P02, 2027-02-01, 2027-02-28",
    "2027-P13, 2027-12-06, 2027-12-31"
  })
  void a_code_stands_for_its_days(String code, LocalDate start, LocalDate end) {
    var tijdvak = Tijdvak.parse(code);

    assertThat(tijdvak.start()).isEqualTo(start);
    assertThat(tijdvak.end()).isEqualTo(end);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {2024, 2025, 2026, 2027, 2028, 2032})
  void both_kinds_cover_a_year_without_gap_or_overlap(int year) {
    for (var first : new String[] {year + "-M01", year + "-P01"}) {
      var all =
          Stream.iterate(Tijdvak.parse(first), t -> t.start().getYear() == year, Tijdvak::next)
              .toList();

      assertThat(all).hasSize(first.endsWith("M01") ? 12 : 13);
      assertThat(all.get(0).start()).isEqualTo(LocalDate.of(year, 1, 1));
      assertThat(all.get(all.size() - 1).end()).isEqualTo(LocalDate.of(year, 12, 31));
      for (int i = 1; i < all.size(); i++) {
        assertThat(all.get(i).start()).isEqualTo(all.get(i - 1).end().plusDays(1));
      }
    }
  }

  @Test
  void a_four_week_period_inside_the_year_has_28_days() {
    for (int number = 2; number <= 12; number++) {
      var period = Tijdvak.parse("2026-P%02d".formatted(number));

      assertThat(ChronoUnit.DAYS.between(period.start(), period.end())).isEqualTo(27);
    }
  }

  @Test
  void first_and_last_day_must_belong_together() {
    assertThat(Tijdvak.of(LocalDate.of(2026, 1, 26), LocalDate.of(2026, 2, 22)))
        .contains(Tijdvak.parse("2026-P02"));
    assertThat(Tijdvak.of(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28)))
        .contains(Tijdvak.parse("2026-M02"));
    // The first day of a month and the last day of a four-week period.
    assertThat(Tijdvak.of(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 29))).isEmpty();
    assertThat(Tijdvak.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 22))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2025, '01-26 02-23 03-23 04-20 05-18 06-15 07-13 08-10 09-07 10-05 11-02 11-30 12-31'",
    "2026, '01-25 02-22 03-22 04-19 05-17 06-14 07-12 08-09 09-06 10-04 11-01 11-29 12-31'",
    "2027, '01-31 02-28 03-28 04-25 05-23 06-20 07-18 08-15 09-12 10-10 11-07 12-05 12-31'"
  })
  void the_four_week_periods_of_a_year_end_as_the_tax_authority_lists_them(int year, String ends) {
    var all =
        Stream.iterate(
                Tijdvak.parse(year + "-P01"), t -> t.start().getYear() == year, Tijdvak::next)
            .map(tijdvak -> tijdvak.end().toString().substring(5))
            .toList();

    assertThat(String.join(" ", all)).isEqualTo(ends);
  }

  @Test
  void four_weeks_with_the_days_of_a_month_are_that_month_as_no_return_can_tell_them_apart() {
    assertThat(Tijdvak.parse("2027-P01").ofItsDays()).isEqualTo(Tijdvak.parse("2027-M01"));
    assertThat(Tijdvak.parse("2027-P02").ofItsDays()).isEqualTo(Tijdvak.parse("2027-M02"));
    assertThat(Tijdvak.parse("2027-P03").ofItsDays()).isEqualTo(Tijdvak.parse("2027-P03"));
    assertThat(Tijdvak.parse("2027-M01").inFourWeeks()).contains(Tijdvak.parse("2027-P01"));
    assertThat(Tijdvak.parse("2027-M03").inFourWeeks()).isEmpty();
    assertThat(Tijdvak.parse("2026-M01").inFourWeeks()).isEmpty();
    assertThat(Tijdvak.parse("2026-P01").inFourWeeks()).contains(Tijdvak.parse("2026-P01"));
  }

  @Test
  void the_next_one_of_the_last_is_the_first_of_the_next_year() {
    assertThat(Tijdvak.parse("2026-M12").next()).isEqualTo(Tijdvak.parse("2027-M01"));
    assertThat(Tijdvak.parse("2026-P13").next()).isEqualTo(Tijdvak.parse("2027-P01"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"2026-M00", "2026-M13", "2026-P14", "2026-Q1", "26-M01", "2026-M1", ""})
  void what_is_no_tijdvak_is_refused_without_repeating_it(String code) {
    assertThatThrownBy(() -> Tijdvak.parse(code))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("2026-M03");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-M01, 2026-02-28",
    "2026-M02, 2026-03-31",
    "2026-M04, 2026-05-31",
    "2026-M12, 2027-01-31",
    "2028-M02, 2028-03-31",
    "2026-P01, 2026-02-25",
    "2026-P11, 2026-12-01",
    "2026-P13, 2027-01-31"
  })
  void a_return_may_come_until_a_month_after_and_of_a_month_until_the_end_of_the_next(
      String code, LocalDate due) {
    assertThat(Tijdvak.parse(code).returnDue(1)).isEqualTo(due);
  }
}
