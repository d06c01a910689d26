package nl.banenschakel.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import nl.banenschakel.platform.db.DatabaseAddress;
import nl.banenschakel.platform.db.Migrations;
import nl.banenschakel.platform.db.Provision;
import nl.banenschakel.platform.failure.StartRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prepares a PostgreSQL server of the operator's own: roles, database, tables. */
@Command(
    name = "provision",
    mixinStandardHelpOptions = true,
    description = {
      "Makes the roles, the database and the tables on the PostgreSQL server of",
      "DATABASE_SUPERUSER_URL (postgresql://user:password@host:5432/postgres), and prints the",
      "settings the gateway needs. Safe to repeat: it makes new passwords each time."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets the spec before call().
final class ProvisionCommand implements Callable<Integer> {
  private static final String VARIABLE = "DATABASE_SUPERUSER_URL";
  private static final String NAME = "banenschakel";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var url =
        Optional.ofNullable(System.getenv(VARIABLE))
            .orElseThrow(() -> new StartRefused("Nothing to provision", VARIABLE + " is not set."));
    var server = DatabaseAddress.parse(url);
    var migratorPassword = Provision.newPassword();
    var appPassword = Provision.newPassword();
    var provision = new Provision(server);
    provision.roles(migratorPassword, appPassword);
    provision.database(NAME);
    var database = server.withDatabase(NAME);
    Migrations.run(database.withUser(Provision.MIGRATOR, migratorPassword));
    var out = spec.commandLine().getOut();
    out.println("DATABASE_URL=" + database.withUser(Provision.APP, appPassword).url());
    out.println(
        "DATABASE_MIGRATOR_URL=" + database.withUser(Provision.MIGRATOR, migratorPassword).url());
    return 0;
  }
}
