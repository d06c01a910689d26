package nl.banenschakel.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import nl.banenschakel.platform.db.DatabaseAddress;
import nl.banenschakel.platform.db.Migrations;
import nl.banenschakel.platform.db.Provision;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A fresh database with all roles and migrations, for one test class: {@code fresh()} in
 * {@code @BeforeAll}, {@code close()} in {@code @AfterAll}. Copied from one template per JVM, so it
 * costs a few tens of milliseconds.
 */
public final class TestDatabase implements AutoCloseable {
  /** The same in every JVM: several may test on one server at the same time. */
  private static final String MIGRATOR_PASSWORD = "migrator-in-tests";

  private static final String APP_PASSWORD = "app-in-tests";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final DatabaseAddress superuser;

  private TestDatabase(DatabaseAddress superuser) {
    this.superuser = superuser;
  }

  /** A new copy of the template, nobody else's. */
  public static TestDatabase fresh() {
    var name = name("test");
    new Provision(Template.SERVER).copy(Template.NAME, name);
    return new TestDatabase(Template.SERVER.withDatabase(name));
  }

  /** A new database with the roles, where no migration has run. */
  public static TestDatabase empty() {
    var name = name("empty");
    new Provision(Template.SERVER).database(name);
    return new TestDatabase(Template.SERVER.withDatabase(name));
  }

  /** A new database as it was after an older migration. */
  public static TestDatabase migratedTo(String version) {
    return migrated(flyway -> flyway.target(version));
  }

  /** A new database where the migrations of a folder have run. */
  public static TestDatabase migratedBy(Path folder) {
    return migrated(flyway -> flyway.locations("filesystem:" + folder));
  }

  private static TestDatabase migrated(UnaryOperator<FluentConfiguration> which) {
    var database = empty();
    var migrator = database.migratorAddress();
    var flyway =
        Flyway.configure()
            .dataSource(migrator.jdbcUrl(), migrator.user(), migrator.password())
            .jdbcProperties(Map.of("options", "-c role=" + Provision.OWNER))
            .defaultSchema("flyway")
            .schemas("flyway");
    which.apply(flyway).load().migrate();
    return database;
  }

  /** As the gateway logs in. */
  public DatabaseAddress appAddress() {
    return superuser.withUser(Provision.APP, APP_PASSWORD);
  }

  /** As migrations log in. */
  public DatabaseAddress migratorAddress() {
    return superuser.withUser(Provision.MIGRATOR, MIGRATOR_PASSWORD);
  }

  /** May do and see everything. */
  public DatabaseAddress superuserAddress() {
    return superuser;
  }

  /** Runs SQL, of one or more statements, as the superuser: to plant a sin. */
  public void asSuperuser(String sql) {
    run(superuser, sql);
  }

  /** Runs SQL, of one or more statements, as the owner of all tables, as a migration would. */
  public void asOwner(String sql) {
    run(migratorAddress(), "set role " + Provision.OWNER + "; " + sql);
  }

  /** A session of the superuser, to hold something for a while. */
  public Connection session() throws SQLException {
    return DriverManager.getConnection(superuser.jdbcUrl(), superuser.user(), superuser.password());
  }

  /** What the first column of a query says, read as the superuser, who sees every tenant. */
  public List<String> texts(String sql) {
    try (var session = session();
        var rows = session.createStatement().executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException("in a test's own SQL: " + sql, e);
    }
  }

  /** Drops the database, whoever still uses it. */
  @Override
  public void close() {
    drop(superuser.database());
  }

  private static void drop(String name) {
    run(Template.SERVER, "drop database if exists " + name + " with (force)");
  }

  private static String name(String kind) {
    return "%s_%d_%d".formatted(kind, ProcessHandle.current().pid(), NUMBER.incrementAndGet());
  }

  private static void run(DatabaseAddress address, String sql) {
    try (var session =
            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        var statement = session.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("in a test's own SQL: " + sql, e);
    }
  }

  /** Made when first needed. */
  private static final class Template {
    static final DatabaseAddress SERVER = TestServer.choose();
    static final String NAME = made();

    private static String made() {
      var name = name("template");
      var provision = new Provision(SERVER);
      provision.roles(MIGRATOR_PASSWORD, APP_PASSWORD);
      provision.database(name);
      var address = SERVER.withDatabase(name);
      Migrations.run(address.withUser(Provision.MIGRATOR, MIGRATOR_PASSWORD));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> dropQuietly(name)));
      return name;
    }

    /** On an embedded server that stops at the same moment there is nothing left to drop. */
    private static void dropQuietly(String name) {
      try {
        drop(name);
      } catch (IllegalStateException e) {
        return;
      }
    }
  }
}
