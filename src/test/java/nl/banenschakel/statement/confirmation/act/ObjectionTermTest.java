package nl.banenschakel.statement.confirmation.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days from a moment on, by the clocks of the Netherlands. */
class ObjectionTermTest {
  @ParameterizedTest(name = "{0} and {1} days: {2}")
  @CsvSource({
    "2026-01-05T09:30:00Z, 30, 2026-02-04T09:30:00Z",
    // Over the night in which the clock is set forward it is an hour less, and back an hour more.
    "2026-03-10T09:30:00Z, 30, 2026-04-09T08:30:00Z",
    "2026-10-10T08:30:00Z, 30, 2026-11-09T09:30:00Z",
    // Half past two does not come on 29 March 2026, and comes twice on 25 October.
    "2026-03-28T01:30:00Z, 1, 2026-03-29T01:30:00Z",
    "2026-10-24T00:30:00Z, 1, 2026-10-25T01:30:00Z",
    "2024-02-28T12:00:00Z, 1, 2024-02-29T12:00:00Z"
  })
  void it_ends_at_the_same_time_of_the_day(Instant received, int days, Instant due) {
    assertThat(ObjectionTerm.from(received, days, Optional.empty(), false).due()).isEqualTo(due);
  }
}
