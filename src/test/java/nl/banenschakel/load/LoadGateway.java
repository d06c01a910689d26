package nl.banenschakel.load;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.banenschakel.platform.auth.DevelopmentTokens;
import nl.banenschakel.platform.db.DatabaseAddress;
import nl.banenschakel.platform.db.EmbeddedPostgres;
import nl.banenschakel.platform.db.Migrations;
import nl.banenschakel.platform.db.Provision;

/**
 * A gateway in a JVM of its own with a heap of 256 MB, over an embedded PostgreSQL that is as
 * durable as the one that {@code serve} keeps. All of it is gone when closed.
 */
final class LoadGateway implements AutoCloseable {
  private static final String HEAP = "-Xmx256m";
  private static final String DATABASE = "banenschakel";
  private static final int LONG_MS = 200;
  private static final int STOPPED_WITHIN_S = 60;
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  private final Path folder;
  private final EmbeddedPostgres server;
  private final Process gateway;
  private final CpuSeconds cpu;
  private final int httpPort = freePort();
  private final int managementPort = freePort();
  private final LoadClient client = new LoadClient(httpPort, managementPort);

  LoadGateway() throws IOException, InterruptedException {
    this(false, List.of());
  }

  /**
   * To look closer.
   *
   * @param plans whether PostgreSQL writes to {@link #plans} how each long statement ran
   * @param javaOptions for the gateway's Java, such as those of a flight recording
   */
  LoadGateway(boolean plans, List<String> javaOptions) throws IOException, InterruptedException {
    folder = Files.createTempDirectory("banenschakel-load");
    server = EmbeddedPostgres.start(folder.resolve("postgresql"));
    var app = provisioned();
    if (plans) {
      explain();
    }
    gateway = start(app, javaOptions);
    cpu = new CpuSeconds(gateway.toHandle(), server.pid());
    Runtime.getRuntime().addShutdownHook(new Thread(gateway::destroy));
    awaitReady();
    client.begin(DevelopmentTokens.in(folder));
  }

  /** Who sends to it. */
  LoadClient client() {
    return client;
  }

  /** Who acts for another organisation; the caller closes it. */
  LoadClient another() throws IOException {
    var other = new LoadClient(httpPort, managementPort);
    other.begin(DevelopmentTokens.in(folder));
    return other;
  }

  /** Where PostgreSQL tells how statements ran. */
  Path plans() {
    return folder.resolve("postgresql").resolve("postgres.log");
  }

  /** What sender, gateway and PostgreSQL have spent so far. */
  CpuSeconds.Spent cpu() {
    return cpu.spent();
  }

  /** Where files for it may be put. */
  Path folder() {
    return folder;
  }

  /** Of the database, for whom row-level security does not hold back. */
  DatabaseAddress address() {
    return server.superuser().withDatabase(DATABASE);
  }

  /** A session that row-level security does not hold back. */
  Connection superuser() throws SQLException {
    return DriverManager.getConnection(address().jdbcUrl(), address().user(), address().password());
  }

  @Override
  public void close() throws IOException {
    gateway.destroy();
    gateway.onExit().orTimeout(STOPPED_WITHIN_S, TimeUnit.SECONDS).join();
    server.close();
    client.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void explain() {
    var always = "alter database %s set ".formatted(DATABASE);
    try (var session = superuser();
        var statement = session.createStatement()) {
      statement.execute(always + "session_preload_libraries = 'auto_explain'");
      statement.execute(always + "auto_explain.log_min_duration = %d".formatted(LONG_MS));
      statement.execute(always + "auto_explain.log_analyze = on");
      statement.execute(always + "auto_explain.log_buffers = on");
      statement.execute(always + "auto_explain.log_parameter_max_length = 0");
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not explain", e);
    }
  }

  private DatabaseAddress provisioned() {
    var migratorPassword = Provision.newPassword();
    var appPassword = Provision.newPassword();
    var provision = new Provision(server.superuser());
    provision.roles(migratorPassword, appPassword);
    provision.database(DATABASE);
    var database = server.superuser().withDatabase(DATABASE);
    Migrations.run(database.withUser(Provision.MIGRATOR, migratorPassword));
    return database.withUser(Provision.APP, appPassword);
  }

  private Process start(DatabaseAddress app, List<String> javaOptions) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var log = "-Dlogback.configurationFile=config/logback.xml";
    var classes = System.getProperty("java.class.path");
    var command = new ArrayList<>(List.of(java, HEAP, log));
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", classes, "nl.banenschakel.app.Main", "serve"));
    var builder = new ProcessBuilder(command);
    builder.environment().put("DATABASE_URL", app.url());
    builder.environment().put("BANENSCHAKEL_INTAKE_PLACES_PER_ORGANISATION", "8");
    builder.environment().put("BANENSCHAKEL_DATA_FOLDER", folder.toString());
    // Or a delivery would be reconciled while the next one is measured.
    builder.environment().put("BANENSCHAKEL_RECONCILIATION_AFTER_DELIVERY_MS", "-1");
    builder.environment().put("BANENSCHAKEL_HTTP_PORT", Integer.toString(httpPort));
    builder.environment().put("BANENSCHAKEL_MANAGEMENT_PORT", Integer.toString(managementPort));
    return builder.redirectErrorStream(true).redirectOutput(log()).start();
  }

  private File log() {
    return folder.resolve("gateway.log").toFile();
  }

  private void awaitReady() throws IOException, InterruptedException {
    long giveUpAt = System.nanoTime() + READY_WITHIN.toNanos();
    while (!client.isReady()) {
      if (!gateway.isAlive() || System.nanoTime() > giveUpAt) {
        throw new IllegalStateException(Files.readString(log().toPath()));
      }
      Thread.sleep(100);
    }
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
