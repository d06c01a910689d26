package nl.banenschakel.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.failure.Failure;
import org.junit.jupiter.api.Test;

class SpanTest {

  @Test
  void a_span_runs_from_the_first_to_the_last_regular_return_with_what_lacks_between() {
    var span = Span.of(draft("", ""), List.of(regular("2026-M03"), regular("2026-M01")));

    assertThat(codes(span)).containsExactly("2026-M01", "2026-M02", "2026-M03");
    assertThat(span.from()).hasToString("2026-01-01");
    assertThat(span.until()).hasToString("2026-03-31");
  }

  @Test
  void a_correction_of_an_earlier_tijdvak_does_not_widen_it() {
    var span = Span.of(draft("", ""), List.of(regular("2026-M02"), correction("2026-M01")));

    assertThat(codes(span)).containsExactly("2026-M02");
  }

  @Test
  void loose_corrections_alone_use_their_own() {
    var span = Span.of(draft("", ""), List.of(correction("2026-P03"), correction("2026-P01")));

    assertThat(codes(span)).containsExactly("2026-P01", "2026-P02", "2026-P03");
  }

  @Test
  void four_weeks_with_the_days_of_a_month_stand_under_that_month_and_once() {
    var returned =
        List.of(regular("2026-P13"), regular("2027-M01"), regular("2027-P03"), regular("2027-P04"));

    assertThat(codes(Span.of(draft("", ""), returned)))
        .containsExactly("2026-P13", "2027-M01", "2027-M02", "2027-P03", "2027-P04");
    assertThat(codes(Span.of(draft("2027-P01", "2027-P03"), returned)))
        .containsExactly("2027-M01", "2027-M02", "2027-P03");
    assertThat(codes(Span.of(draft("2027-M01", "2027-M03"), List.of())))
        .containsExactly("2027-M01", "2027-M02", "2027-M03");
  }

  @Test
  void what_is_asked_for_is_taken_even_where_no_return_is_there() {
    var span = Span.of(draft("2026-M02", "2026-M04"), List.of(regular("2026-M01")));

    assertThat(codes(span)).containsExactly("2026-M02", "2026-M03", "2026-M04");
  }

  @Test
  void without_any_return_there_is_nothing_to_compare() {
    assertThatThrownBy(() -> Span.of(draft("", ""), List.of()))
        .isInstanceOfSatisfying(
            Failure.Conflict.class,
            conflict -> assertThat(conflict.code()).isEqualTo("NOTHING_RETURNED"));
  }

  @Test
  void a_span_that_ends_before_it_begins_or_is_too_long_is_refused() {
    assertThat(refusal(draft("2026-M03", "2026-M01"))).isEqualTo("PERIOD_REVERSED");
    assertThat(refusal(draft("2020-M01", "2026-M01"))).isEqualTo("PERIOD_TOO_LONG");
  }

  @Test
  void a_run_that_nobody_waits_for_takes_the_latest_years_that_fit() {
    var months =
        Stream.iterate(Tijdvak.parse("2023-M01"), Tijdvak::next)
            .limit(48)
            .map(month -> new Span.Returned(month, true))
            .toList();

    assertThat(codes(Span.latest(draft("", ""), months)))
        .hasSize(36)
        .startsWith("2024-M01")
        .endsWith("2026-M12");
    assertThat(Span.latest(draft("", ""), months.subList(12, 48)))
        .isEqualTo(Span.of(draft("", ""), months.subList(12, 48)));
    assertThat(codes(Span.latest(draft("2023-M01", "2023-M03"), months))).hasSize(3);
  }

  private static String refusal(RunDraft draft) {
    try {
      var span = Span.of(draft, List.of());
      return span.toString();
    } catch (Failure.Invalid invalid) {
      return invalid.violations().get(0).code();
    }
  }

  private static RunDraft draft(String from, String until) {
    return new RunDraft(
        Loonheffingennummer.parse("001000275L01"), tijdvak(from), tijdvak(until), KnownAt.NOW);
  }

  private static Optional<Tijdvak> tijdvak(String code) {
    return Stream.of(code).filter(text -> !text.isEmpty()).map(Tijdvak::parse).findFirst();
  }

  private static Span.Returned regular(String code) {
    return new Span.Returned(Tijdvak.parse(code), true);
  }

  private static Span.Returned correction(String code) {
    return new Span.Returned(Tijdvak.parse(code), false);
  }

  private static List<String> codes(Span span) {
    return span.tijdvakken().stream().map(Tijdvak::code).toList();
  }
}
