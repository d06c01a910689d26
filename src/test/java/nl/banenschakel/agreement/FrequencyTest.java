package nl.banenschakel.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.banenschakel.agreement.Content.Frequency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a period ends; four weeks are those of the wage return (DOMAIN 7). */
class FrequencyTest {
  @ParameterizedTest(name = "{0} with {1} ends on {2}")
  @CsvSource({
    "MONTH,2028-02-01,2028-02-29",
    "MONTH,2026-12-31,2026-12-31",
    "FOUR_WEEKS,2026-01-25,2026-01-25",
    "FOUR_WEEKS,2026-01-26,2026-02-22",
    "FOUR_WEEKS,2026-12-31,2026-12-31",
    "QUARTER,2026-01-01,2026-03-31",
    "QUARTER,2026-08-31,2026-09-30",
    "QUARTER,2026-12-31,2026-12-31",
    "YEAR,2026-03-08,2026-12-31",
  })
  void a_day_lies_in_one_period(Frequency every, LocalDate day, LocalDate end) {
    assertThat(every.lastDay(day)).isEqualTo(end);
  }
}
