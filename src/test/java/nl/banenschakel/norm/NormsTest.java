package nl.banenschakel.norm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import nl.banenschakel.norm.Norm.Status;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormsTest {
  private static final String WRONG_IN_MANY_WAYS =
      """
      hoursPerJobPerYear:
        - value: many
          unit: hours
          validFrom: 2026-02-30
          validUntil: soon
          status: valid
          from: 2026
        - value: [1331]
          unit: hours
          validFrom: 2026-02-01
          validUntil: 2026-01-31
          status: in-force
          source: a
        - value: 1331
          unit: hours
          validFrom: 2026-02-01
          validUntil:
          status: in-force
          source: a
      wswRelationshipKinds:
        - {value: 18, unit: code, validFrom: 2026-01-01, status: in-force, source: a}
        - {value: [], unit: code, validFrom: 2026-01-01, status: in-force, source: a}
      presenceGraceRefreshes:
        - {value: 2.5, unit: lists, validFrom: 2026-01-01, status: in-force, source: a}
      """;

  private static final Path SHIPPED = Path.of("config/norms");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  @TempDir Path folder;

  @Test
  void the_shipped_norms_are_those_of_the_law_and_of_the_house() {
    var norms = Norms.load(SHIPPED);

    assertThat(norms.at(NormName.HOURS_PER_JOB_PER_YEAR, DAY).decimal())
        .isEqualByComparingTo("1331");
    assertThat(norms.at(NormName.HOURS_PER_JOB_PER_WEEK, DAY).decimal())
        .isEqualByComparingTo("25.5");
    assertThat(norms.at(NormName.TOLERANCE_HOURS, DAY).decimal()).isEqualByComparingTo("8");
    assertThat(norms.at(NormName.TOLERANCE_SHARE, DAY).decimal()).isEqualByComparingTo("0.1");
    assertThat(norms.at(NormName.PRESENCE_GRACE_REFRESHES, DAY).integer()).isEqualTo(2);
    assertThat(norms.at(NormName.COUNTED_RELATIONSHIP_KINDS, DAY).integers())
        .containsExactly(11, 13, 15);
    assertThat(norms.at(NormName.WSW_RELATIONSHIP_KINDS, DAY).integers()).containsExactly(18);
  }

  @ParameterizedTest
  @EnumSource(NormName.class)
  void every_shipped_norm_has_a_source_and_holds_today_and_in_2026(NormName name) {
    var norm = Norms.load(SHIPPED).at(name, DAY);

    assertThat(norm.source()).isNotBlank();
    assertThat(norm.unit()).isNotBlank();
    assertThat(norm.status()).isEqualTo(Status.IN_FORCE);
  }

  @Test
  void each_day_has_its_own_value_and_the_last_day_is_included() throws IOException {
    shippedWithout("toleranceHours");
    write(
        "tolerance.yaml",
        toleranceHours(
            value("8", "2013-01-01", "2026-06-30", "in-force"),
            value("6.5", "2026-07-01", "", "scenario")));

    var norms = Norms.load(folder);

    assertThat(norms.at(NormName.TOLERANCE_HOURS, LocalDate.of(2026, 6, 30)).decimal())
        .isEqualByComparingTo("8");
    var later = norms.at(NormName.TOLERANCE_HOURS, LocalDate.of(2026, 7, 1));
    assertThat(later.decimal()).isEqualByComparingTo("6.5");
    assertThat(later.status()).isEqualTo(Status.SCENARIO);
    assertThat(later.validUntil()).isEmpty();
  }

  @Test
  void a_day_without_a_value_is_a_parameter_missing() {
    var norms = Norms.load(SHIPPED);

    assertThatThrownBy(() -> norms.at(NormName.TOLERANCE_SHARE, LocalDate.of(2012, 12, 31)))
        .isInstanceOfSatisfying(
            Failure.Conflict.class,
            missing -> assertThat(missing.code()).isEqualTo("PARAMETER_MISSING"))
        .hasMessageContaining("toleranceShare")
        .hasMessageContaining("2012-12-31");
  }

  @Test
  void every_mistake_of_every_file_is_reported_at_once() throws IOException {
    write("a.yaml", "tolerancehours: []\ntoleranceHours: 8\ntoleranceShare: [8]\n");
    write("b.yaml", "toleranceHours: [");
    write("c.yaml", WRONG_IN_MANY_WAYS);
    write("notes.md", "not read");

    assertThat(mistakes())
        .containsExactly(
            "a.yaml: tolerancehours: there is no such parameter",
            "a.yaml: toleranceHours: expected a list of values, each with its first day",
            "a.yaml: toleranceShare: value 1: expected the members value, unit, validFrom,"
                + " validUntil, status, source",
            "b.yaml: line 1 column 18: this is not YAML, or a name is there twice",
            "c.yaml: hoursPerJobPerYear: value 1: there is no member from",
            "c.yaml: hoursPerJobPerYear: value 1: value: expected a number such as 25.5",
            "c.yaml: hoursPerJobPerYear: value 1: validFrom: expected a day such as 2026-01-01",
            "c.yaml: hoursPerJobPerYear: value 1: validUntil: expected a day such as 2026-01-01",
            "c.yaml: hoursPerJobPerYear: value 1: status: expected one of in-force, suspended,"
                + " enacted-not-started, proposal, scenario",
            "c.yaml: hoursPerJobPerYear: value 1: source: expected one text",
            "c.yaml: hoursPerJobPerYear: value 2: value: expected a number such as 25.5",
            "c.yaml: hoursPerJobPerYear: value 2: validUntil lies before validFrom",
            "c.yaml: hoursPerJobPerYear: value 3: validUntil: expected one text",
            "c.yaml: wswRelationshipKinds: value 1: value: expected a list of whole numbers such as"
                + " [11, 13, 15]",
            "c.yaml: wswRelationshipKinds: value 2: value: expected a list of whole numbers such as"
                + " [11, 13, 15]",
            "c.yaml: presenceGraceRefreshes: value 1: value: expected a whole number");
  }

  @Test
  void two_values_on_one_day_are_refused_also_across_files() throws IOException {
    shipped();
    write("z.yaml", toleranceHours(value("9", "2030-01-01", "", "in-force")));

    assertThat(mistakes())
        .containsExactly(
            "z.yaml: toleranceHours: value 1: another value holds on some of the same days");
  }

  @Test
  void a_parameter_in_no_file_is_refused() throws IOException {
    shipped();
    Files.delete(folder.resolve("register.yaml"));

    assertThat(mistakes()).containsExactly("presenceGraceRefreshes: is in no file");
  }

  @Test
  void a_missing_folder_is_refused() {
    assertThatThrownBy(() -> Norms.load(folder.resolve("missing")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("is not there");
  }

  private List<String> mistakes() {
    return catchThrowableOfType(StartRefused.class, () -> Norms.load(folder).hashCode()).mistakes();
  }

  private void shipped() throws IOException {
    try (var files = Files.list(SHIPPED)) {
      for (var file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private void shippedWithout(String name) throws IOException {
    shipped();
    var file = folder.resolve("reconciliation.yaml");
    Files.writeString(file, Files.readString(file).replaceFirst("(?s)" + name + ":.*?\n\n", ""));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String toleranceHours(String... values) {
    return "toleranceHours:\n" + String.join("", values);
  }

  private static String value(String value, String from, String until, String status) {
    return "  - {value: %s, unit: hours, validFrom: %s, %sstatus: %s, source: test}%n"
        .formatted(value, from, until.isEmpty() ? "" : "validUntil: " + until + ", ", status);
  }
}
