package nl.banenschakel.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisionIT {
  private static TestDatabase database;

  @BeforeAll
  static void start() {
    database = TestDatabase.empty();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void the_roles_have_no_powers_and_only_two_can_log_in() throws SQLException {
    assertThat(
            rows(
                """
                select concat_ws(' ', rolname, rolcanlogin, rolsuper or rolbypassrls or rolcreatedb
                                 or rolcreaterole or rolreplication or rolinherit)
                  from pg_roles where rolname like 'banenschakel%' order by 1"""))
        .containsExactly(
            "banenschakel_app t f", "banenschakel_migrator t f", "banenschakel_owner f f");
  }

  @Test
  void the_owner_has_the_database_and_only_our_roles_may_enter() throws SQLException {
    assertThat(rows("select datdba::regrole from pg_database where datname = current_database()"))
        .containsExactly("banenschakel_owner");
    assertThat(
            rows(
                """
                select distinct grantee::regrole::text || ' ' || privilege_type
                  from pg_database, aclexplode(datacl)
                 where datname = current_database() and grantee <> datdba order by 1"""))
        .containsExactly("banenschakel_app CONNECT", "banenschakel_migrator CONNECT");
  }

  @Test
  void passwords_are_stored_as_scram_verifiers_and_open_the_door() throws SQLException {
    assertThat(rows("select rolname from pg_authid where rolpassword like 'SCRAM-SHA-256$4096:%'"))
        .contains("banenschakel_app", "banenschakel_migrator");
    assertThatCode(() -> database.appAddress().connect().close()).doesNotThrowAnyException();
    assertThatThrownBy(() -> database.appAddress().withUser(Provision.APP, "wrong").connect())
        .isInstanceOf(SQLException.class);
  }

  @Test
  void done_again_it_puts_right_what_was_changed_and_keeps_the_data() throws SQLException {
    database.asOwner("create schema kept");
    database.asSuperuser(
        "alter role banenschakel_app createdb; grant temp on database "
            + database.superuserAddress().database()
            + " to public");

    var provision = new Provision(database.superuserAddress());
    provision.roles(database.migratorAddress().password(), database.appAddress().password());
    provision.database(database.superuserAddress().database());

    assertThat(rows("select nspname from pg_namespace")).contains("kept");
    assertThatCode(() -> StartupGuard.check(database.appAddress(), StartupGuard.Exceptions.NONE))
        .doesNotThrowAnyException();
    the_owner_has_the_database_and_only_our_roles_may_enter();
  }

  @Test
  void the_migrator_can_do_nothing_before_it_acts_as_the_owner() {
    assertThatThrownBy(() -> execute(database.migratorAddress(), "create schema sneaky"))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> execute(database.appAddress(), "set role banenschakel_owner"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void migrations_run_as_the_owner_and_once() throws SQLException {
    Migrations.run(database.migratorAddress());

    assertThat(Migrations.run(database.migratorAddress())).isZero();
    assertThat(
            rows(
                """
                select distinct c.relowner::regrole from pg_class c
                  join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'"""))
        .containsExactly("banenschakel_owner");
    assertThatThrownBy(
            () -> execute(database.appAddress(), "select * from flyway.flyway_schema_history"))
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "gehéim"})
  void a_password_that_would_need_saslprep_is_refused(String password) {
    assertThatThrownBy(() -> new Provision(database.superuserAddress()).roles(password, password))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> rows(String query) throws SQLException {
    var texts = new ArrayList<String>();
    try (var session = database.superuserAddress().connect();
        var rows = session.createStatement().executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static void execute(DatabaseAddress address, String sql) throws SQLException {
    try (var session = address.connect();
        var statement = session.createStatement()) {
      statement.execute(sql);
    }
  }
}
