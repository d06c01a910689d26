package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.banenschakel.platform.failure.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed wrong is told, and never repeated where it may be somebody's BSN. */
class CommandUsageTest {
  private static final String BSN = "999969043";

  @TempDir Path folder;

  /** What the command did. */
  private record Result(int exitCode, String err) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reconcile --peildatum 999969043",
        "reconcile --format 999969043",
        "reconcile --wrong=999969043",
        "reconcile 999969043",
        "token --role hr --organisation 999969043",
        "token --role 999969043",
        "token --role hr --minutes 999969043x",
        "999969043"
      })
  void an_argument_that_is_a_bsn_is_not_repeated(String arguments) {
    var result = run(List.of(arguments.split(" ", -1)));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("Usage:").doesNotContain(BSN);
  }

  @Test
  void a_day_in_another_form_is_told_how_to_write_it() {
    var result = run(List.of("reconcile", "--peildatum", "1-4-2026"));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("--peildatum", "expected a day such as 2026-04-01")
        .doesNotContain("1-4-2026");
  }

  @Test
  void a_file_that_is_not_there_is_named_with_its_option() throws IOException {
    var there = Files.writeString(folder.resolve("there"), "");

    var result = run(reconcile(there, there, there, folder.resolve("absent.xml")));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("--wage-return: there is no file to read at " + folder.resolve("absent.xml"));
  }

  @Test
  void a_file_that_is_named_after_a_person_is_named_by_its_option_only() throws IOException {
    var there = Files.writeString(folder.resolve("there"), "");

    var result = run(reconcile(there, folder.resolve(BSN + ".csv"), there));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("--contracts: there is no file to read")
        .doesNotContain(BSN, folder.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hr", "supplier", "admin --role privacy"})
  void a_role_within_an_organisation_wants_one(String roles) {
    var result = run(List.of(("token --role " + roles).split(" ", -1)));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("--organisation: required for every role but admin");
  }

  @Test
  void only_what_another_file_would_mend_is_a_refused_file() {
    assertThat(FileReconciliation.isOfTheFiles(new Failure.Invalid(List.of()))).isTrue();
    assertThat(FileReconciliation.isOfTheFiles(new Failure.TooLarge("Too large."))).isTrue();
    assertThat(FileReconciliation.isOfTheFiles(new Failure.Conflict("OTHER", "Other."))).isTrue();
    assertThat(FileReconciliation.isOfTheFiles(new Failure.Conflict("PARAMETER_MISSING", "None.")))
        .isFalse();
    assertThat(FileReconciliation.isOfTheFiles(new Failure.Unavailable("Away."))).isFalse();
  }

  /** Several wage returns behind one option. */
  private static List<String> reconcile(Path register, Path contracts, Path... wageReturns) {
    var arguments =
        new ArrayList<>(
            List.of("reconcile", "--employer", "001000275L01", "--peildatum", "2026-04-01"));
    arguments.addAll(List.of("--register", register.toString()));
    arguments.addAll(List.of("--contracts", contracts.toString(), "--wage-return"));
    Stream.of(wageReturns).map(Path::toString).forEach(arguments::add);
    return arguments;
  }

  private static Result run(List<String> arguments) {
    var err = new StringWriter();
    var out = new PrintWriter(new StringWriter());
    int exitCode = Main.run(out, new PrintWriter(err), arguments.toArray(String[]::new));
    return new Result(exitCode, err.toString());
  }
}
