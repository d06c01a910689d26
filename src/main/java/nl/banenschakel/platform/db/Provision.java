package nl.banenschakel.platform.db;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes the three roles and the database, as superuser, over blocking JDBC. May be run again: it
 * puts attributes, passwords and privileges back to what they must be.
 */
public final class Provision {
  /** Owns the database and all in it; nobody can log in as this role. */
  public static final String OWNER = "banenschakel_owner";

  /** Logs in only to migrate, and then acts as the owner. */
  public static final String MIGRATOR = "banenschakel_migrator";

  /** The gateway itself: owns nothing and is subject to row-level security. */
  public static final String APP = "banenschakel_app";

  private static final String NO_POWERS =
      " nosuperuser nobypassrls nocreatedb nocreaterole noreplication noinherit";

  /** Any number: only one process provisions a server at a time. */
  private static final long TURN = 0x62616e656eL;

  private final DatabaseAddress superuser;

  /** The database of this address is only where we log in. */
  public Provision(DatabaseAddress superuser) {
    this.superuser = superuser;
  }

  /** A new random password: 192 bits, only letters, digits, - and _. */
  public static String newPassword() {
    return EmbeddedPostgres.newPassword();
  }

  /**
   * Makes or corrects the roles; the passwords leave this process only as SCRAM verifiers.
   *
   * @throws IllegalStateException when PostgreSQL refuses
   */
  public void roles(String migratorPassword, String appPassword) {
    asSuperuser(
        session -> {
          role(session, OWNER, "nologin" + NO_POWERS);
          role(session, MIGRATOR, "login" + NO_POWERS);
          role(session, APP, "login" + NO_POWERS);
          run(session, "grant " + OWNER + " to " + MIGRATOR + " with inherit false, set true");
          password(session, MIGRATOR, migratorPassword);
          password(session, APP, appPassword);
        });
  }

  /**
   * Makes the database when it is not there, and lets only our roles in. It compares text by code
   * point, the same on every machine.
   *
   * @throws IllegalStateException when PostgreSQL refuses
   */
  public void database(String name) {
    database(
        name,
        "template0 encoding 'UTF8' locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'");
  }

  /** As {@link #database}, but a new one is a copy of the template, which nobody may be using. */
  public void copy(String template, String name) {
    database(name, quoted(template));
  }

  private void database(String name, String template) {
    asSuperuser(
        session -> {
          if (!exists(session, "select from pg_database where datname = ?", name)) {
            run(
                session,
                "create database %s owner %s template %s".formatted(quoted(name), OWNER, template));
          }
          run(session, "alter database " + quoted(name) + " owner to " + OWNER);
          run(session, "revoke all on database " + quoted(name) + " from public");
          run(session, "grant connect on database " + quoted(name) + " to " + MIGRATOR);
          run(session, "grant connect on database " + quoted(name) + " to " + APP);
        });
    new Provision(superuser.withDatabase(name))
        .asSuperuser(session -> run(session, "revoke all on schema public from public"));
  }

  private static void role(Connection session, String name, String attributes) throws SQLException {
    var there = exists(session, "select from pg_roles where rolname = ?", name);
    run(session, (there ? "alter role " : "create role ") + name + " " + attributes);
  }

  private static void password(Connection session, String role, String password)
      throws SQLException {
    run(session, "alter role %s password '%s'".formatted(role, ScramVerifier.of(password)));
  }

  private static boolean exists(Connection session, String query, String name) throws SQLException {
    try (var statement = session.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void run(Connection session, String sql) throws SQLException {
    try (var statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  private void asSuperuser(Steps steps) {
    try (var session = superuser.connect()) {
      run(session, "select pg_advisory_lock(" + TURN + ")");
      steps.on(session);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL could not be prepared at " + superuser, e);
    }
  }

  @FunctionalInterface
  private interface Steps {
    void on(Connection session) throws SQLException;
  }
}
