package nl.banenschakel.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages for people say what the code does: no more, no less. */
class TidyPagesTest {
  private static final String PROBLEMS = "openapi/problems.md";
  private static final List<JavaSource> JAVA =
      JavaSource.parse(Tree.files("src/main/java/", ".java"));

  @Test
  void every_code_of_a_failure_is_explained_and_every_explained_one_is_used() {
    var used = TidyPages.codesIn(JAVA);
    var explained = TidyPages.explained(Tree.text(PROBLEMS), "## Failures and mistakes");

    assertThat(used).contains("NOT_FOUND", "BSN_FORM");
    assertThat(TidyPages.differences(used, explained)).isEmpty();
  }

  @Test
  void every_code_of_a_finding_is_explained_and_every_explained_one_is_used() {
    var used = TidyPages.findingsIn(Statements.all().toList());
    var explained = TidyPages.explained(Tree.text(PROBLEMS), "## Findings");

    assertThat(used).contains("PERIOD_MISSING");
    assertThat(TidyPages.differences(used, explained)).isEmpty();
  }

  @Test
  void a_page_that_says_less_or_more_or_twice_is_found() {
    assertThat(TidyPages.differences(List.of("A_B", "C_D"), List.of("C_D", "C_D", "E_F")))
        .containsExactly("A_B is not explained", "E_F is not used", "C_D is explained twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new Malformed(\"A_SIN\", \"text\")",
        "new Failure.Conflict(\"A_SIN\", \"text\")",
        "mistakes.add(at, \"A_SIN\", \"text\")",
        "row == 1 ? \"A_SIN\" : \"ANOTHER\"",
        "List.of(\"A_SIN\")"
      })
  void a_code_is_found_however_it_is_given(String expression) {
    var text = "class A { Object a = " + expression + "; }";
    var java = JavaSource.parse(List.of(new Tree.Source("A.java", text)));

    assertThat(TidyPages.codesIn(java)).containsExactly("A_SIN");
  }

  @Test
  void a_code_in_a_statement_that_adds_findings_is_found() {
    var step = "insert into reconciliation.finding (code) select 'A_SIN' where kind <> 'NOT_ASKED'";
    var other = "update reconciliation.run set state = 'NO_FINDING'";

    assertThat(
            TidyPages.findingsIn(
                Stream.of(step, other)
                    .map(sql -> new Statements.Statement("reconcile", "sin", sql))
                    .toList()))
        .containsExactly("A_SIN");
  }

  @Test
  void only_the_rows_of_the_table_asked_for_are_entries() {
    var page = "## One\n`NO_ROW`\n| `A_SIN` | 400 | not `ANOTHER_SIN` |\n## Two\n| `A_FINDING` |\n";

    assertThat(TidyPages.explained(page, "## One")).containsExactly("A_SIN");
    assertThat(TidyPages.explained(page, "## Two")).containsExactly("A_FINDING");
    assertThatThrownBy(() -> TidyPages.explained(page, "## Three"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void every_setting_is_explained_and_every_explained_one_is_there() {
    var settings = TidyPages.keys(Tree.text("config/gateway.yaml"));
    var explained = TidyPages.keysOfPage(Tree.text("config/README.md"));

    assertThat(settings).contains("http.port", "vault.keysetFile");
    assertThat(TidyPages.differences(settings, explained)).isEmpty();
  }

  @Test
  void keys_are_found_at_every_depth() {
    assertThat(TidyPages.keys("a:\n  b: 1\n  c:\n    d: \"\"\ne: 2\n"))
        .containsExactly("a.b", "a.c.d", "e");
    assertThat(TidyPages.keysOfPage("`x` | y\n| key | more |\n|---|---|\n| `a.b` | not `z` |\n"))
        .containsExactly("a.b");
  }

  @Test
  void a_page_that_is_not_there_is_a_failure() {
    assertThatThrownBy(() -> Tree.text("openapi/nothing.md"))
        .hasMessage("there is no openapi/nothing.md");
  }
}
