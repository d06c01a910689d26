package nl.banenschakel.statement.setu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import nl.banenschakel.kernel.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedHoursTest {

  @ParameterizedTest
  @CsvSource({
    // An ordinary night, and those in which the clock is put forward and back.
    "2026-03-27T22:00:00, 2026-03-28T06:00:00, 8.00",
    "2026-03-28T22:00:00, 2026-03-29T06:00:00, 7.00",
    "2026-10-24T22:00:00, 2026-10-25T06:00:00, 9.00",
    // An hour that is there twice: the shorter reading.
    "2026-10-25T01:30:00, 2026-10-25T02:30:00, 1.00",
    "2026-10-25T02:30:00, 2026-10-25T06:00:00, 3.50",
    "2026-10-25T02:15:00, 2026-10-25T02:45:00, 0.50",
    // With an offset there is nothing to guess.
    "2026-10-25T02:30:00+02:00, 2026-10-25T02:30:00+01:00, 1.00",
    "2026-10-25T00:30:00Z, 2026-10-25T04:00:00Z, 3.50",
    // An hour that is not there, and one third of an hour.
    "2026-03-29T01:30:00, 2026-03-29T03:30:00, 1.00",
    "2026-03-31T08:00:00, 2026-03-31T08:20:00, 0.33",
    "2026-03-31T16:00:00, 2026-03-31T24:00:00, 8.00",
    "2026-03-31T08:00:00, 2026-03-31T08:00:00, 0.00"
  })
  void hours_go_from_start_to_end_by_the_clock_of_the_netherlands(
      String start, String end, String hours) {
    var stated = of(start, end, Optional.empty());

    assertThat(stated.hours().total()).isEqualByComparingTo(hours);
    assertThat(stated.longerThanInterval()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "8.00, 2026-03-31T09:00:00, 2026-03-31T17:30:00, false",
    "9.00, 2026-03-31T09:00:00, 2026-03-31T17:30:00, true",
    "9.00, 2026-10-24T22:00:00, 2026-10-25T06:00:00, false",
    "8.00, 2026-03-28T22:00:00, 2026-03-29T06:00:00, true",
    "2.00, 2026-10-25T01:30:00, 2026-10-25T02:30:00, false",
    "2.01, 2026-10-25T01:30:00, 2026-10-25T02:30:00, true"
  })
  void a_total_wins_and_is_odd_when_it_is_longer_than_the_interval_can_be(
      String total, String start, String end, boolean odd) {
    var stated = of(start, end, Optional.of(total));

    assertThat(stated.hours()).isEqualTo(StatedHours.total(total));
    assertThat(stated.longerThanInterval()).isEqualTo(odd);
  }

  @Test
  void a_total_alone_is_enough_also_of_a_day_without_times() {
    var stated =
        StatedHours.of(
            StatedMoment.parse("2026-03-31"),
            Optional.empty(),
            Optional.of(StatedHours.total("7.5")));

    assertThat(stated.hours().total()).isEqualByComparingTo("7.5");
    assertThat(stated.start()).isEmpty();
  }

  @Test
  void days_alone_tell_no_hours() {
    assertThatThrownBy(() -> of("2026-03-31", "2026-04-01", Optional.empty()))
        .isInstanceOfSatisfying(
            Malformed.class, it -> assertThat(it.code()).isEqualTo("HOURS_REQUIRED"));
  }

  @Test
  void an_end_before_the_start_is_a_mistake() {
    assertThatThrownBy(() -> of("2026-03-31T09:00:00", "2026-03-31T08:59:00", Optional.of("8")))
        .isInstanceOfSatisfying(
            Malformed.class, it -> assertThat(it.code()).isEqualTo("DATE_ORDER"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-8.00", "8,00", "8.005", "12345", "", "acht", "PT8H", "1e1", "NaN"})
  void what_is_no_number_of_hours_is_refused(String total) {
    assertThatThrownBy(() -> StatedHours.total(total)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31-03-2026",
        "2026-02-30T08:00:00",
        "2026-03-31T25:00:00",
        "2026-03-31T08",
        "1899-03-31T08:00:00",
        "2026-03-31 08:00",
        ""
      })
  void what_is_no_moment_is_refused(String moment) {
    assertThatThrownBy(() -> StatedMoment.parse(moment)).isInstanceOf(Malformed.class);
  }

  private static StatedHours of(String start, String end, Optional<String> total) {
    return StatedHours.of(
        StatedMoment.parse(start),
        Optional.of(StatedMoment.parse(end)),
        total.map(StatedHours::total));
  }
}
