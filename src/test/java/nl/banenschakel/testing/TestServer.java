package nl.banenschakel.testing;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.platform.db.DatabaseAddress;
import nl.banenschakel.platform.db.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL of this JVM's tests: {@code TEST_DATABASE_URL} when it is set, else a container
 * when a Docker engine answers (its client alone is no engine), else the embedded one. There is
 * always one: tests are never skipped for the lack of it.
 */
final class TestServer {
  private static final Logger LOG = LoggerFactory.getLogger(TestServer.class);
  private static final String IMAGE = "postgres:18-alpine";

  private TestServer() {}

  /** Starts it, or finds it, and says which; stopped when the JVM ends. */
  static DatabaseAddress choose() {
    var given = Optional.ofNullable(System.getenv("TEST_DATABASE_URL")).filter(x -> !x.isBlank());
    if (given.isPresent()) {
      var address = DatabaseAddress.parse(given.get());
      LOG.warn("Tests use the PostgreSQL of TEST_DATABASE_URL: {}", address);
      return address;
    }
    if (hasDockerEngine()) {
      LOG.warn("Tests use PostgreSQL in a container: {}", IMAGE);
      return contained();
    }
    LOG.warn(
        "Tests use the embedded PostgreSQL: no TEST_DATABASE_URL, and no Docker engine answers");
    return EmbeddedPostgres.throwAway().superuser();
  }

  /** Testcontainers logs the lack of an engine as an error, at length; for us it is an answer. */
  private static boolean hasDockerEngine() {
    for (var name : List.of("org.testcontainers", "com.github.dockerjava")) {
      if (LoggerFactory.getLogger(name) instanceof ch.qos.logback.classic.Logger logger) {
        logger.setLevel(Level.OFF);
      }
    }
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @SuppressWarnings("resource") // Testcontainers stops it when the JVM ends
  private static DatabaseAddress contained() {
    var container = new PostgreSQLContainer(IMAGE);
    container.start();
    return new DatabaseAddress(
        container.getHost(),
        container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
        container.getDatabaseName(),
        container.getUsername(),
        container.getPassword());
  }
}
