package nl.banenschakel.platform.db;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the schemas up to date: the migrator logs in and acts as the owner, so that all belongs to
 * a role that cannot log in. Flyway's own table lives in the schema {@code flyway}. Blocks; several
 * processes may do it at once, one does the work.
 */
public final class Migrations {
  private static final String HISTORY = "flyway";
  private static final String LOCATION = "classpath:db/migration";

  private Migrations() {}

  /**
   * Runs what has not run yet, each migration in a transaction of its own.
   *
   * @return how many ran: none is fine
   * @throws org.flywaydb.core.api.FlywayException when one fails, or one that ran was changed since
   */
  @CanIgnoreReturnValue
  public static int run(DatabaseAddress migrator) {
    return configuration(migrator).load().migrate().migrationsExecuted;
  }

  private static FluentConfiguration configuration(DatabaseAddress migrator) {
    return Flyway.configure()
        .loggers("slf4j")
        .dataSource(migrator.jdbcUrl(), migrator.user(), migrator.password())
        .jdbcProperties(asOwner(migrator))
        .defaultSchema(HISTORY)
        .schemas(HISTORY)
        .createSchemas(true)
        .locations(LOCATION)
        .validateMigrationNaming(true)
        // Work that is done side by side may come with a lower number than what ran already.
        .outOfOrder(true)
        .cleanDisabled(true);
  }

  /**
   * The server sets the role as the session begins: before anything can be made by the migrator.
   */
  private static Map<String, String> asOwner(DatabaseAddress migrator) {
    var settings = new HashMap<>(migrator.jdbcSettings());
    settings.put("options", "-c role=" + Provision.OWNER);
    return settings;
  }
}
