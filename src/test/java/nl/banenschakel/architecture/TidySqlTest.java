package nl.banenschakel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.banenschakel.architecture.Statements.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL and Java agree, and a slice writes only its own schema. */
class TidySqlTest {
  private static final String MAIN = "src/main/java/nl/banenschakel/";
  private static final List<JavaSource> JAVA = JavaSource.parse(Tree.files(MAIN, ".java"));
  private static final List<Statement> STATEMENTS = Statements.all().toList();

  @Test
  void every_statement_is_used_by_its_slice() {
    assertThat(TidySql.unused(STATEMENTS, JAVA)).isEmpty();
  }

  @Test
  void a_statement_that_nobody_uses_is_found() {
    var used = new Statement("party", "findParty", "select 1");
    var unused = new Statement("party", "findNobody", "select 1");
    var step = new Statement("reconcile", "99_nothing", "select 1");
    var ours = java("party/PartyRepository.java", "sql.get(\"findParty\")");
    var theirs = java("person/PersonRepository.java", "sql.get(\"findNobody\")");

    assertThat(TidySql.unused(List.of(used, unused, step), List.of(ours, theirs)))
        .containsExactly("party.findNobody", "reconcile.99_nothing");
  }

  @Test
  void every_statement_that_is_asked_for_is_there() {
    assertThat(TidySql.missing(STATEMENTS, JAVA)).isEmpty();
    assertThat(
            TidySql.missing(
                STATEMENTS, List.of(java("party/PartyRepository.java", "sql.get(\"findNobody\")"))))
        .hasSize(1);
  }

  @Test
  void a_slice_writes_its_own_schema_and_reads_what_others_publish() {
    assertThat(TidySql.schemas()).contains("party", "person", "reconciliation");
    assertThat(STATEMENTS.stream().flatMap(s -> TidySql.trespasses(s, TidySql.schemas()).stream()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into person.person (tenant_id) values ($1)",
        "insert into person (tenant_id) values ($1)",
        "with gone as (delete from person.person returning 1) select from gone",
        "update person.published_person set blind_index = $1",
        "update only person.person p set blind_index = $1",
        "merge into person.person p using party.party q on true when matched then do nothing",
        "truncate table person.person",
        "truncate party.party, person.person",
        "select from person.person",
        "select from party.party, person.person",
        "select (select count(*) from Person.Person)",
        "select from party.party join person.person using (tenant_id)"
      })
  void a_trespass_is_found(String sin) {
    assertThat(TidySql.trespasses(new Statement("party", "sin", sin), Set.of("party", "person")))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into party.party as p (a) values ($1) on conflict (a) do update set a = 1",
        "select from person.published_person p where p.a = 'person.person' for update",
        "select from person.published_person for update skip locked"
      })
  void what_is_allowed_is_no_trespass(String sql) {
    assertThat(TidySql.trespasses(new Statement("party", "right", sql), Set.of("party", "person")))
        .isEmpty();
  }

  private static JavaSource java(String path, String expression) {
    var text = "class A { Object a = " + expression + "; }";
    return JavaSource.parse(List.of(new Tree.Source(MAIN + path, text))).get(0);
  }
}
