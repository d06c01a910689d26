package nl.banenschakel.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Loonheffingennummer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reason can be told in both languages, and is explained on the page of codes. */
class YearTextTest {

  @ParameterizedTest
  @EnumSource(Reason.class)
  void a_reason_has_sentences_without_gaps_in_both_languages(Reason reason) {
    for (var day : new String[] {"2026-12-31", null}) {
      var left = left(reason, Optional.ofNullable(day).map(LocalDate::parse));

      for (var text : new YearText[] {YearText.DUTCH, YearText.ENGLISH}) {
        assertThat(text.why(left, 2027)).endsWith(".").doesNotContain("{", "}");
        assertThat(text.next(left, 2027)).endsWith(".").doesNotContain("{", "}");
      }
      assertThat(YearText.DUTCH.why(left, 2027)).isNotEqualTo(YearText.ENGLISH.why(left, 2027));
    }
  }

  @Test
  void the_days_and_names_of_an_item_are_in_its_sentence() {
    var mandate = left(Reason.MANDATE_MISSING, Optional.of(LocalDate.of(2026, 12, 31)));
    var missing = left(Reason.PERIOD_MISSING, Optional.of(LocalDate.of(2026, 7, 31)));

    assertThat(YearText.DUTCH.why(mandate, 2027))
        .isEqualTo(
            "De machtiging om de lijst op te halen eindigt op 2026-12-31 en geldt dus niet op 1 januari"
                + " 2027.");
    assertThat(YearText.ENGLISH.why(left(Reason.MANDATE_MISSING, Optional.empty()), 2027))
        .isEqualTo(
            "There is no mandate to fetch the list of this loonheffingennummer that holds on 1 January 2027.");
    assertThat(YearText.ENGLISH.why(missing, 2027)).contains("2026-M06", "2026-07-31");
  }

  @Test
  void the_page_of_codes_has_every_reason_and_no_other() throws Exception {
    var page = Files.readString(Path.of("openapi/problems.md"));
    var table = page.substring(page.indexOf("## What a year leaves behind"));

    assertThat(
            Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|")
                .matcher(table)
                .results()
                .map(it -> it.group(1)))
        .containsExactly(
            java.util.Arrays.stream(Reason.values()).map(Reason::name).toArray(String[]::new));
  }

  private static LeftBehind left(Reason reason, Optional<LocalDate> day) {
    return new LeftBehind(
        new UUID(7, 1),
        reason,
        Optional.of(Loonheffingennummer.parse("001000275L01")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("2026-M06"),
        Optional.of("hoursPerJobPerYear"),
        day);
  }
}
