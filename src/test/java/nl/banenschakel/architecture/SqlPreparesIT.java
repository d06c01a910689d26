package nl.banenschakel.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every statement of {@code db/query} and {@code db/reconcile} is prepared by PostgreSQL, logged in
 * as the gateway is: names, types and parameters are right. Then it is planned, which checks that
 * the role may do it; nothing runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlPreparesIT {
  private TestDatabase database;
  private Connection session;

  @BeforeAll
  void open() throws SQLException {
    database = TestDatabase.fresh();
    var app = database.appAddress();
    // As it is: JDBC would otherwise want values for the parameters of what is only explained.
    var simple = app.jdbcUrl() + "?preferQueryMode=simple";
    session = DriverManager.getConnection(simple, app.user(), app.password());
  }

  @AfterAll
  void close() throws SQLException {
    session.close();
    database.close();
  }

  @TestFactory
  Stream<DynamicTest> prepares() {
    return Statements.all()
        .map(statement -> dynamicTest(statement.toString(), () -> prepare(statement.text())));
  }

  @Test
  void there_are_statements() {
    assertThat(Statements.all().map(Statements.Statement::toString))
        .contains("party.findOrganisation", "reconcile.10_tijdvak");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select naam from party.organisation",
        "select name from party.organisation where tenant_id = $1::integer",
        "insert into party.organisation (tenant_id, name) values ($1)",
        "select $1 + $2",
        "select name, from party.organisation",
        "select version from flyway.flyway_schema_history",
        "truncate party.organisation"
      })
  void a_wrong_statement_is_refused(String sin) {
    assertThatThrownBy(() -> prepare(sin)).isInstanceOf(SQLException.class);
  }

  private void prepare(String sql) throws SQLException {
    try (var statement = session.createStatement()) {
      statement.execute("prepare one as " + sql);
      statement.execute("deallocate one");
      statement.execute("explain (generic_plan) " + sql);
    }
  }
}
