package nl.banenschakel.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every difference can be told in both languages, with everything that its sentences name. */
class SentencesTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|");

  static Stream<String> codes() throws IOException {
    var page = Files.readString(Path.of("openapi/problems.md"));
    var findings = page.substring(page.indexOf("## Findings"));
    var next = findings.indexOf("\n## ", 1);
    return ROW.matcher(next < 0 ? findings : findings.substring(0, next))
        .results()
        .map(row -> row.group(1));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void a_difference_has_full_sentences_in_both_languages(String code) {
    var finding = finding(code);

    for (var language : new Sentences[] {Sentences.DUTCH, Sentences.ENGLISH}) {
      assertThat(language.title(code)).isNotBlank();
      assertThat(Stream.of(language.what(finding), language.why(finding), language.next(finding)))
          .allMatch(text -> text.endsWith("."))
          .noneMatch(text -> text.contains("{") || text.contains("?"));
    }
    assertThat(Sentences.DUTCH.all(finding)).isNotEqualTo(Sentences.ENGLISH.all(finding));
  }

  @Test
  void a_control_total_that_differs_is_told_with_both_figures() {
    var finding = finding("RETURN_TOTAL_DIFFERS");

    assertThat(Sentences.DUTCH.what(finding))
        .startsWith(
            "De loonaangiften over 2026-M01 komen op 150 verloonde uren; het controletotaal zegt 160.");
    assertThat(Sentences.ENGLISH.what(finding))
        .startsWith(
            "The wage returns of 2026-M01 come to 150 verloonde uren; the control total says 160.");
  }

  private static Report.Finding finding(String code) {
    return new Report.Finding(
        new UUID(7, 1),
        code,
        Optional.empty(),
        Optional.of("E-1"),
        Optional.of("2026-M01"),
        Optional.of(3),
        Optional.of(new BigDecimal("160")),
        Optional.of(new BigDecimal("150")));
  }
}
