package nl.banenschakel.platform.intake.mistake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.platform.failure.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake can be told in both languages. */
class MistakeTextsTest {
  /** Codes of problems.md that a mistake, a warning or a failure of an upload may have. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| (?:(?:409, )?400 \\*|warning|upload) \\|");

  private static final List<String> OTHERS =
      List.of("RETURN_TOTAL_DIFFERS", "TOO_LARGE", "UNAVAILABLE_NOW", "WAGE_RETURN_ID_REUSED");

  static Stream<String> codes() throws IOException {
    var page = Files.readString(Path.of("openapi/problems.md"));
    return Stream.concat(ROW.matcher(page).results().map(row -> row.group(1)), OTHERS.stream());
  }

  @ParameterizedTest
  @MethodSource("codes")
  void a_code_has_a_dutch_and_an_english_sentence_of_its_own(String code) {
    var mistake = new Violation("line 2", code, "as the decoder says it");

    var dutch = MistakeTexts.DUTCH.of(mistake);
    var english = MistakeTexts.ENGLISH.of(mistake);

    assertThat(dutch).isNotEqualTo(mistake.detail()).isNotEqualTo(english).endsWith(".");
    assertThat(english).isNotEqualTo(mistake.detail()).endsWith(".");
    assertThat(Bsn.occursIn(dutch) || Bsn.occursIn(english)).isFalse();
    assertThat(dutch + english).doesNotContain("{", "%s");
  }

  @Test
  void a_code_that_is_not_known_any_more_is_told_as_it_was_stored() {
    var old = new Violation("line 2", "NO_SUCH_CODE", "as it was told then");

    assertThat(MistakeTexts.DUTCH.of(old)).isEqualTo("as it was told then");
  }
}
