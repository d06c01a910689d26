package nl.banenschakel.statement.hourtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HourTypesTest {
  private static final HourTypes SHIPPED = HourTypes.load(Path.of("config/hour-types.yaml"));
  private static final Path CODE_LIST =
      Path.of("../shared/standards/setu/codelists/SETU-HourTypes.xml");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  private static final String WRONG_IN_MANY_WAYS =
      """
      hourTypes:
        - types: []
          verdict: to-map
          validFrom: 2026-02-30
          validUntil:
          source: " "
          until: 2026
        - Regular
        - types: [Regular wage dispensation, " "]
          verdict: counts
          validFrom: 2026-02-01
          validUntil: 2026-01-01
          source: a
        - {types: [A, B], verdict: counts, validFrom: 2026-02-01, source: a}
        - {types: [B], verdict: counts, validFrom: 2026-03-01, source: a}
      more: a
      """;

  @TempDir Path folder;

  static Stream<String> codeList() throws IOException {
    assumeTrue(Files.exists(CODE_LIST), "The standards are not beside the project");
    return Pattern.compile("<code>(.+?)</code>")
        .matcher(Files.readString(CODE_LIST))
        .results()
        .map(found -> found.group(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Regular", "Overtime", "Overtimeplus", "Shift", "HT100", "HT200"})
  void hours_at_work_count(String type) {
    assertThat(SHIPPED.verdict(type, DAY)).isEqualTo(Verdict.COUNTS);
  }

  @ParameterizedTest
  @MethodSource("codeList")
  void what_was_called_off_never_counts_nor_what_is_unpaid_or_a_break(String type) {
    boolean never =
        type.endsWith(" canceled") || type.equals("Unpaid leave") || type.equals("Standby");

    assertThat(SHIPPED.verdict(type, DAY) == Verdict.DOES_NOT_COUNT || !never).isTrue();
    assertThat(SHIPPED.verdict("Break", DAY)).isEqualTo(Verdict.DOES_NOT_COUNT);
    assertThat(SHIPPED.verdict("HT400", DAY)).isEqualTo(Verdict.DOES_NOT_COUNT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Additional", "Sick time", "HT701", "HT999", "Nachtdienst", "regular"})
  void what_nobody_has_said_is_a_question(String type) {
    assertThat(SHIPPED.verdict(type, DAY)).isEqualTo(Verdict.TO_MAP);
  }

  @ParameterizedTest
  @CsvSource({
    "Regular wage dispensation, Regular",
    "Overtime wage dispensation, Overtime",
    "Shift wage dispensation, Shift",
    "Additional wage dispensation, Additional",
    "REGULAR  WAGE-DISPENSATION, REGULAR",
    "Normale uren met loondispensatie, Normale uren",
    "Normale uren (loondispensatie), Normale uren",
    "loondispensatie, Other",
    "Regular, Regular",
    "HT100, HT100"
  })
  void a_wage_dispensation_is_left_out_of_a_type(String sent, String kept) {
    assertThat(HourTypes.sent().apply(sent)).isEqualTo(kept);
  }

  @ParameterizedTest
  @MethodSource("codeList")
  void no_word_of_the_code_list_keeps_a_wage_dispensation(String sent) {
    var kept = HourTypes.sent().apply(sent);

    assertThat(kept).doesNotContainIgnoringCase("dispensation");
    assertThat(kept.equals(sent) || sent.contains("dispensation")).isTrue();
  }

  @Test
  void a_type_with_a_bsn_is_refused() {
    assertThatThrownBy(() -> HourTypes.sent().apply("uren 999990019"))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void a_verdict_holds_from_its_first_day_to_its_last() throws IOException {
    var types =
        table(
            """
            hourTypes:
              - types: [Nachtdienst]
                verdict: counts
                validFrom: 2026-01-01
                validUntil: 2026-03-31
                source: agreed on with the lender
              - types: [Nachtdienst]
                verdict: does-not-count
                validFrom: 2026-05-01
                source: agreed on with the lender
            """);

    assertThat(types.verdict("Nachtdienst", DAY)).isEqualTo(Verdict.COUNTS);
    assertThat(types.verdict("Nachtdienst", DAY.plusDays(1))).isEqualTo(Verdict.TO_MAP);
    assertThat(types.verdict("Nachtdienst", LocalDate.of(2026, 5, 1)))
        .isEqualTo(Verdict.DOES_NOT_COUNT);
    assertThat(types.verdict("Nachtdienst", LocalDate.of(2025, 12, 31))).isEqualTo(Verdict.TO_MAP);
  }

  @Test
  void every_mistake_of_the_table_is_told_with_its_place() {
    var refused = catchThrowableOfType(StartRefused.class, () -> table(WRONG_IN_MANY_WAYS));

    assertThat(refused.mistakes())
        .containsExactly(
            "expected one member: hourTypes",
            "row 1: there is no member until",
            "row 1: verdict: expected counts or does-not-count",
            "row 1: validFrom: expected a day such as 2026-01-01",
            "row 1: validUntil: expected a day such as 2026-12-31",
            "row 1: source: expected one text",
            "row 1: types: expected a list of 1 to 500",
            "row 2: expected the members types, verdict, validFrom, validUntil, source",
            "row 3: validUntil lies before validFrom",
            "row 3: types: expected texts of 1 to 100 characters that tell of no wage dispensation",
            "row 3: types: expected texts of 1 to 100 characters that tell of no wage dispensation",
            "row 5: B has another verdict on some of the same days");
  }

  private HourTypes table(String text) throws IOException {
    return HourTypes.load(Files.writeString(folder.resolve("hour-types.yaml"), text));
  }
}
