package nl.banenschakel.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule is seen to refuse a planted sin; roles belong to the server, so those are mended. */
class StartupGuardIT {
  private static final StartupGuard.Exceptions KNOWN =
      new StartupGuard.Exceptions(Set.of("probe.calendar"), Set.of("probe.known"));

  private static final StartupGuard.Exceptions OURS =
      new StartupGuard.Exceptions(
          Set.of("job.queue", "outbox.unnumbered"),
          Set.of(
              "audit.remove_lines",
              "job.enqueue",
              "employment.count_staged",
              "job.claim",
              "job.extend",
              "job.hold",
              "job.complete",
              "job.fail",
              "job.list_dead",
              "job.requeue",
              "outbox.has_unnumbered",
              "outbox.take_unnumbered",
              "payroll.count_staged",
              "person.count_staged",
              "job.count_all"));

  private TestDatabase database;

  /** What tenancy.share adds. */
  private static final String SHARED =
      "alter table probe.item add counterparty_id uuid, add other_id uuid;"
          + " create policy counterparty on probe.item %s using"
          + " (%s = (select nullif(current_setting('app.tenant', true), '')::uuid))";

  @BeforeEach
  void a_sound_database() {
    database = TestDatabase.empty();
    database.asOwner(
        """
        create schema probe;
        create table probe.item (tenant_id uuid, id integer, primary key (tenant_id, id));
        alter table probe.item enable row level security;
        alter table probe.item force row level security;
        create policy tenant on probe.item
          using (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
        create table probe.calendar (day date primary key);
        create view probe.published_item with (security_invoker = true) as select * from probe.item;
        create function probe.known() returns integer language sql security definer
          set search_path = pg_catalog, pg_temp as 'select 1';
        create function probe.plain() returns integer language sql as 'select 1';
        grant usage, create on schema probe to banenschakel_app;
        """);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_sound_database_passes() {
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void so_does_the_one_our_migrations_make() {
    try (var migrated = TestDatabase.fresh()) {
      assertThatCode(() -> StartupGuard.check(migrated.appAddress(), OURS))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alter table probe.item disable row level security | the table probe.item has no row-level security",
        "alter table probe.item no force row level security | the table probe.item does not force row-level security upon its owner",
        "drop policy tenant on probe.item | the table probe.item has no policy",
        "create table probe.loose (id integer) | the table probe.loose has no tenant_id and is not known to be without",
        "alter table probe.item drop constraint item_pkey, add primary key (id, tenant_id) | the key probe.item_pkey of item does not begin with tenant_id",
        "alter table probe.item add constraint alone unique (id) | the key probe.alone of item does not begin with tenant_id",
        "create unique index alone on probe.item (id) | the key probe.alone of item does not begin with tenant_id",
        "create unique index made on probe.item ((id + 1)) | the key probe.made of item does not begin with tenant_id",
        "grant select on probe.calendar to banenschakel_app | the app role may touch probe.calendar, which has no tenant_id",
        "grant update (day) on probe.calendar to banenschakel_app | the app role may touch probe.calendar, which has no tenant_id",
        "grant truncate on probe.calendar to banenschakel_app | the app role may touch probe.calendar, which has no tenant_id",
        "alter function probe.plain() security definer set search_path = pg_catalog, pg_temp | the app role may run probe.plain with the rights of its owner",
        "alter function probe.known() reset search_path | the function probe.known does not fix its search_path to pg_catalog, pg_temp",
        "alter function probe.known() set search_path = probe, pg_catalog | the function probe.known does not fix its search_path to pg_catalog, pg_temp",
        "create view probe.open as select * from probe.item | the view probe.open does not ask with the rights of who reads it (security_invoker)",
        "create materialized view probe.kept as select * from probe.item | the materialized view probe.kept cannot have row-level security"
      })
  void what_the_owner_made_wrong_is_refused(String sin, String problem) {
    database.asOwner(sin);

    assertRefused(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter policy tenant on probe.item using (true)",
        "alter policy tenant on probe.item using (tenant_id is not null)",
        "alter policy tenant on probe.item with check (true)",
        "alter policy tenant on probe.item to banenschakel_app",
        "alter policy tenant on probe.item using (tenant_id = (select nullif(current_setting('app.other', true), '')::uuid))",
        "alter policy tenant on probe.item using (id = 1 or tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid))",
        "drop policy tenant on probe.item; create policy tenant on probe.item for select using (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid))",
        "drop policy tenant on probe.item; create policy tenant on probe.item as restrictive using (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid))",
        "drop policy tenant on probe.item; create policy tenant on probe.item for insert with check (true)"
      })
  void a_policy_that_does_not_isolate_is_refused(String sin) {
    database.asOwner(sin);

    assertRefused("the policy tenant of probe.item does not keep tenants apart");
  }

  @Test
  void a_second_policy_is_refused() {
    database.asOwner("create policy open on probe.item using (true)");

    assertRefused("the policy open of probe.item does not keep tenants apart");
    assertRefused("the table probe.item has 2 policies instead of one");
  }

  @Test
  void a_table_that_the_counterparty_reads_passes_with_a_key_of_both() {
    database.asOwner(SHARED.formatted("for select", "counterparty_id"));
    database.asOwner("alter table probe.item add unique (other_id, id)");

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void its_key_does_not_begin_with_the_counterparty_that_others_share_with_too() {
    database.asOwner(SHARED.formatted("for select", "counterparty_id"));
    database.asOwner("alter table probe.item add constraint alone unique (counterparty_id, id)");

    assertRefused("the key probe.alone of item does not begin with tenant_id");
  }

  @ParameterizedTest
  @CsvSource({"'', counterparty_id", "for update, counterparty_id", "for select, other_id"})
  void one_that_others_change_or_that_is_shared_by_another_column_is_refused(
      String command, String column) {
    database.asOwner(SHARED.formatted(command, column));

    assertRefused("the policy counterparty of probe.item does not keep tenants apart");
  }

  @Test
  void one_that_is_shared_and_not_isolated_is_refused() {
    database.asOwner(SHARED.formatted("for select", "counterparty_id"));
    database.asOwner("drop policy tenant on probe.item");

    assertRefused("the table probe.item is shared and not isolated");
  }

  @Test
  void a_check_that_says_the_same_passes() {
    database.asOwner(
        "alter policy tenant on probe.item with check (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid))");

    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "create view probe.foreign_view with (security_invoker = true) as select 1 | probe.foreign_view belongs to postgres and not to banenschakel_owner",
        "set role banenschakel_app; create function probe.f() returns int language sql as 'select 1' | the app role owns function probe.f()",
        "alter function probe.known() owner to postgres | the function probe.known does not belong to banenschakel_owner",
        "create schema mine authorization banenschakel_app | the app role owns schema mine",
        "alter table probe.calendar owner to banenschakel_app | the app role owns table probe.calendar"
      })
  void what_is_not_the_owners_is_refused(String sin, String problem) {
    database.asSuperuser(sin);

    assertRefused(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alter role banenschakel_app superuser | alter role banenschakel_app nosuperuser | the app role banenschakel_app is superuser",
        "alter role banenschakel_app bypassrls | alter role banenschakel_app nobypassrls | the app role banenschakel_app bypasses row-level security",
        "alter role banenschakel_app createrole | alter role banenschakel_app nocreaterole | the app role banenschakel_app may create roles",
        "alter role banenschakel_app createdb | alter role banenschakel_app nocreatedb | the app role banenschakel_app may create databases",
        "grant banenschakel_owner to banenschakel_app | revoke banenschakel_owner from banenschakel_app | the app role is a member of banenschakel_owner",
        "grant banenschakel_migrator to banenschakel_app | revoke banenschakel_migrator from banenschakel_app | the app role is a member of banenschakel_owner",
        "grant pg_read_all_data to banenschakel_app | revoke pg_read_all_data from banenschakel_app | the app role is a member of pg_read_all_data",
        "alter role banenschakel_owner login | alter role banenschakel_owner nologin | the role banenschakel_owner can log in"
      })
  void a_role_with_too_much_is_refused(String sin, String mended, String problem) {
    database.asSuperuser(sin);
    try {
      assertRefused(problem);
    } finally {
      database.asSuperuser(mended);
    }
  }

  @Test
  void all_problems_are_told_at_once() {
    database.asOwner(
        "alter table probe.item disable row level security; drop policy tenant on probe.item");

    assertThatThrownBy(this::check)
        .hasMessageContaining("has no row-level security")
        .hasMessageContaining("has no policy");
  }

  private void assertRefused(String problem) {
    assertThatThrownBy(this::check)
        .isInstanceOfSatisfying(
            StartupGuard.Unsafe.class, unsafe -> assertThat(unsafe.problems()).contains(problem));
  }

  private void check() {
    StartupGuard.check(database.appAddress(), KNOWN);
  }
}
