package nl.banenschakel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One row is planted in each table of the catalog: its tenant sees it, and nobody else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationIT {
  /** Tables that rightly have no tenant, as {@code schema.table}. */
  private static final Set<String> WITHOUT_TENANT = Set.of("job.queue", "outbox.unnumbered");

  /** What the gateway works in: it may change any row. Every other table is added to. */
  private static final Set<String> CHANGED = Set.of("intake.upload", "intake.receiving");

  /** What it takes rows from. */
  private static final Set<String> EMPTIED =
      Set.of(
          "employment.staged",
          "intake.kept_file",
          "payroll.staged",
          "person.staged",
          "register.staged",
          "register.staged_answer",
          "statement.standing");

  /** Of which it may change some columns: when a fact ended to be known, how far something is. */
  private static final Map<String, Set<String>> CLOSED =
      Map.of(
          "agreement.agreement", Set.of("counterparty_id"),
          "employment.contract", Set.of("known_until"),
          "employment.clock", Set.of("latest"),
          "payroll.relationship", Set.of("known_until"),
          "payroll.control_total", Set.of("known_until"),
          "register.mandate", Set.of("known_until", "warned"),
          "relation.relation", Set.of("counterparty_id", "counterparty_name"),
          "relation.step", Set.of("counterparty_id"));

  /** Rows that tell how something stands, with everything in them but what they are of. */
  private static final Map<String, Set<String>> STATES =
      Map.of(
          "register.schedule", Set.of("tenant_id", "number_id"),
          "reconciliation.run", Set.of("tenant_id", "run_id", "loonheffingennummer", "as_of"));

  /** What the gateway may have done for it with the rights of the owner. */
  private static final Set<String> DEFINER_FUNCTIONS =
      Set.of(
          "audit.remove_lines",
          "employment.count_staged",
          "job.claim",
          "job.complete",
          "job.count_all",
          "job.enqueue",
          "job.extend",
          "job.fail",
          "job.hold",
          "job.list_dead",
          "job.requeue",
          "outbox.has_unnumbered",
          "outbox.take_unnumbered",
          "payroll.count_staged",
          "person.count_staged");

  private static final UUID OURS = new UUID(7, 1);
  private static final UUID THEIRS = new UUID(7, 2);
  private static final UUID SHARING = new UUID(7, 3);
  private static final UUID READER = new UUID(7, 4);

  private TestDatabase database;
  private TenantTables tables;

  @BeforeAll
  void open() throws SQLException {
    database = TestDatabase.fresh();
    tables = new TenantTables(database);
    for (var table : tables.withTenant()) {
      tables.plant(table, OURS);
    }
  }

  @AfterAll
  void close() throws SQLException {
    tables.close();
    database.close();
  }

  List<String> tables() throws SQLException {
    return tables.withTenant();
  }

  List<String> readable() throws SQLException {
    return Stream.concat(tables.withTenant().stream(), tables.views().stream()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void its_tenant_sees_it(String table) throws SQLException {
    assertThat(tables.rowsSeen(table, OURS.toString())).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readable")
  void nobody_else_sees_it(String table) throws SQLException {
    assertThat(seenByOthers(tables, table)).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void nobody_else_adds_to_it_or_changes_it(String table) throws SQLException {
    assertThat(mistakes(tables, table)).isEmpty();
  }

  List<String> shared() throws SQLException {
    return tables.shared();
  }

  /** What two organisations share the other one reads, as it is, and nothing more. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("shared")
  void its_counterparty_reads_it_and_does_no_more(String table) throws SQLException {
    tables.plant(table, SHARING, READER);
    assertThat(tables.rowsSeen(table, READER.toString())).isEqualTo(1);
    for (var change : List.of("delete from %s", "update %s set counterparty_id = tenant_id")) {
      assertThat(tables.changesNothing(READER.toString(), change.formatted(table))).isTrue();
    }
    assertThat(seenByOthers(tables, table)).isZero();
  }

  @Test
  void every_table_has_a_tenant() throws SQLException {
    assertThat(tables.withoutTenant()).containsExactlyInAnyOrderElementsOf(WITHOUT_TENANT);
    assertThat(tables.withTenant()).contains("party.organisation", "person.person");
    assertThat(tables.views()).contains("party.published_organisation");
  }

  @Test
  void what_has_no_tenant_is_out_of_the_gateway_s_reach() throws SQLException {
    for (var table : WITHOUT_TENANT) {
      assertThat(tables.rightsTo(table)).as(table).isEmpty();
    }
  }

  @Test
  void the_gateway_runs_a_closed_list_of_functions_with_the_rights_of_their_owner() {
    assertThat(
            database.texts(
                "select format('%I.%I', n.nspname, f.proname) from pg_proc f"
                    + " join pg_namespace n on n.oid = f.pronamespace"
                    + " where f.prosecdef and n.nspname !~ '^pg_'"
                    + " and has_function_privilege('banenschakel_app', f.oid, 'execute')"))
        .containsExactlyInAnyOrderElementsOf(DEFINER_FUNCTIONS);
  }

  /** A new table is here by itself: its migration revokes what is not needed. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void the_gateway_adds_to_it_and_changes_no_more_than_it_must(String table) throws SQLException {
    assertThat(tables.rightsTo(table))
        .contains("INSERT", "SELECT")
        .doesNotContain("TRUNCATE", "TRIGGER", "REFERENCES", "MAINTAIN");
    if (STATES.containsKey(table)) {
      var fixed = STATES.get(table).stream().map(column -> "update " + column).toList();
      assertThat(tables.changesTo(table)).isNotEmpty().doesNotContain("delete", "update");
      assertThat(tables.changesTo(table)).doesNotContainAnyElementsOf(fixed);
      return;
    }
    assertThat(tables.changesTo(table)).containsExactlyInAnyOrderElementsOf(allowed(table));
  }

  private static List<String> allowed(String table) {
    if (CHANGED.contains(table)) {
      return List.of("delete", "update");
    }
    return EMPTIED.contains(table)
        ? List.of("delete")
        : CLOSED.getOrDefault(table, Set.of()).stream().map(column -> "update " + column).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "alter table party.sin enable row level security;"
            + " create policy sin on party.sin using (true)",
        "alter table party.sin enable row level security; create policy sin on party.sin"
            + " using (tenant_id = coalesce(nullif(current_setting('app.tenant', true), '')::uuid, tenant_id))",
        "alter table party.sin enable row level security; create policy sin on party.sin"
            + " using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) with check (true)"
      })
  void a_table_not_isolated_is_found(String protection) throws SQLException {
    try (var sinful = TestDatabase.fresh()) {
      sinful.asOwner("create table party.sin (tenant_id uuid not null, name text);" + protection);
      try (var found = new TenantTables(sinful)) {
        assertThat(found.withTenant()).contains("party.sin");
        found.plant("party.sin", OURS);

        assertThat(seenByOthers(found, "party.sin") > 0 || !mistakes(found, "party.sin").isEmpty())
            .isTrue();
      }
    }
  }

  @Test
  void a_view_with_its_owners_rights_and_a_table_without_tenant_are_found() throws SQLException {
    try (var sinful = TestDatabase.fresh()) {
      sinful.asSuperuser(
          "create table party.sin (name text);"
              + "create view party.published_sin as select tenant_id from party.organisation;"
              + "grant select on party.published_sin to banenschakel_app");
      try (var found = new TenantTables(sinful)) {
        found.plant("party.organisation", OURS);

        assertThat(found.withoutTenant()).contains("party.sin");
        assertThat(seenByOthers(found, "party.published_sin")).isPositive();
      }
    }
  }

  /** Without a tenant, as after a transaction that had one, and as somebody else. */
  private static long seenByOthers(TenantTables in, String table) throws SQLException {
    return in.rowsSeen(table) + in.rowsSeen(table, "") + in.rowsSeen(table, THEIRS.toString());
  }

  private static List<String> mistakes(TenantTables in, String table) throws SQLException {
    var theirs = THEIRS.toString();
    var moved = "update %s set tenant_id = '%s'".formatted(table, THEIRS);
    return Stream.of(
            in.refusedByPolicy(theirs, in.insert(table, OURS)) ? "" : "others add rows to it",
            in.refusedByPolicy("", in.insert(table, OURS)) ? "" : "nobody adds rows to it",
            in.refusedByPolicy(OURS.toString(), moved) ? "" : "rows are given away",
            in.changesNothing(theirs, moved) ? "" : "others take rows",
            in.changesNothing(theirs, "delete from " + table) ? "" : "others delete rows")
        .filter(mistake -> !mistake.isEmpty())
        .toList();
  }
}
