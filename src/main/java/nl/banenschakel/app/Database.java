package nl.banenschakel.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.platform.db.DatabaseAddress;
import nl.banenschakel.platform.db.EmbeddedPostgres;
import nl.banenschakel.platform.db.Migrations;
import nl.banenschakel.platform.db.Provision;
import nl.banenschakel.platform.db.StartupGuard;

/**
 * A database that is migrated and safe to serve from: embedded, or a server of the operator's own.
 *
 * @param app the gateway's login
 * @param embedded the server to stop at the end
 */
record Database(DatabaseAddress app, Optional<EmbeddedPostgres> embedded) implements AutoCloseable {
  /** What is of all tenants is reached through its functions only. */
  static final StartupGuard.Exceptions KNOWN =
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

  private static final String NAME = "banenschakel";

  /** Keeps its data in a folder between runs. */
  static Database embedded(Path folder) {
    return provisioned(EmbeddedPostgres.start(folder));
  }

  /** Gone when closed. */
  static Database throwAway() {
    return provisioned(EmbeddedPostgres.throwAway());
  }

  /**
   * A server of the operator's own.
   *
   * @param migrator migrates at start; without it the operator has done so
   */
  static Database external(DatabaseAddress app, Optional<DatabaseAddress> migrator) {
    migrator.ifPresent(Migrations::run);
    StartupGuard.check(app, KNOWN);
    return new Database(app, Optional.empty());
  }

  /** Passwords of an embedded server are made anew at each start and never leave the process. */
  private static Database provisioned(EmbeddedPostgres server) {
    try {
      var migratorPassword = Provision.newPassword();
      var appPassword = Provision.newPassword();
      var provision = new Provision(server.superuser());
      provision.roles(migratorPassword, appPassword);
      provision.database(NAME);
      var database = server.superuser().withDatabase(NAME);
      Migrations.run(database.withUser(Provision.MIGRATOR, migratorPassword));
      var app = database.withUser(Provision.APP, appPassword);
      StartupGuard.check(app, KNOWN);
      return new Database(app, Optional.of(server));
    } catch (RuntimeException failed) {
      server.close();
      throw failed;
    }
  }

  @Override
  public void close() {
    embedded.ifPresent(EmbeddedPostgres::close);
  }
}
