package nl.banenschakel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownAtTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-05-01T12:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T00:00:00Z, 2026-05-01T00:00:00Z",
    "2026-05-01T00:00:00+02:00, 2026-04-30T22:00:00Z",
    "2026-05-01T12:00:00Z, 2026-05-01T12:00:00Z",
    "2026-05-01T01:02:03.123456789Z, 2026-05-01T01:02:03.123456Z"
  })
  void a_moment_has_an_offset_and_is_cut_to_microseconds(String text, Instant moment) {
    var asOf = KnownAt.parse(text, CLOCK);

    assertThat(asOf.moment()).contains(moment);
    assertThat(asOf.instant().toInstant()).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T12:00:00.000000001Z, AS_OF_FUTURE",
    "2026-05-02T00:00:00Z, AS_OF_FUTURE",
    "+999999999-12-31T23:59:59Z, AS_OF_FUTURE",
    "2026-05-01T00:00:00, AS_OF_FORM",
    "2026-05-01, AS_OF_FORM",
    "2026-05-01T00:00:00 02:00, AS_OF_FORM",
    "1899-12-31T00:00:00Z, AS_OF_FORM",
    "-999999999-01-01T00:00:00Z, AS_OF_FORM",
    "yesterday, AS_OF_FORM"
  })
  void what_is_no_moment_or_has_not_come_yet_is_refused(String text, String code) {
    assertThatThrownBy(() -> KnownAt.parse(text, CLOCK))
        .isInstanceOfSatisfying(
            Malformed.class, malformed -> assertThat(malformed.code()).isEqualTo(code));
  }

  @Test
  void without_a_moment_it_is_all_that_is_known_now() {
    assertThat(KnownAt.NOW.moment()).isEmpty();
    assertThat(KnownAt.NOW.instant()).isEqualTo(OffsetDateTime.MAX);
  }
}
