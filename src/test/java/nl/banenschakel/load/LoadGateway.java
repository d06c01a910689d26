package nl.banenschakel.load;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.banenschakel.app.demo.DemoClient;
import nl.banenschakel.platform.auth.DevelopmentTokens;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.DatabaseAddress;
import nl.banenschakel.platform.db.EmbeddedPostgres;
import nl.banenschakel.platform.db.Migrations;
import nl.banenschakel.platform.db.Provision;

/**
 * A gateway in a JVM of its own with a heap of 256 MB, over an embedded PostgreSQL that is as
 * durable as the one that {@code serve} keeps. All of it is gone when closed.
 */
final class LoadGateway implements AutoCloseable {
  static final String NUMBER = "001000275L01";
  private static final String HEAP = "-Xmx256m";
  private static final String HOST = "127.0.0.1";
  private static final String DATABASE = "banenschakel";
  private static final int STOPPED_WITHIN_S = 60;
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  private final Vertx vertx = Vertx.vertx();
  private final WebClient client = WebClient.create(vertx);
  private final Path folder;
  private final EmbeddedPostgres server;
  private final Process gateway;
  private final int httpPort = freePort();
  private final int managementPort = freePort();
  private final DevelopmentTokens tokens;
  private final UUID organisation;

  LoadGateway() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("banenschakel-load");
    server = EmbeddedPostgres.start(folder.resolve("postgresql"));
    gateway = start(provisioned());
    Runtime.getRuntime().addShutdownHook(new Thread(gateway::destroy));
    awaitReady();
    tokens = DevelopmentTokens.in(folder);
    organisation =
        Awaited.of(
            new DemoClient(vertx, httpPort, tokens)
                .createOrganisation("Voorbeeld Zorg", "employer", NUMBER));
  }

  UUID organisation() {
    return organisation;
  }

  /** Where files for it may be put. */
  Path folder() {
    return folder;
  }

  /** A session that row-level security does not hold back. */
  Connection superuser() throws SQLException {
    var address = server.superuser().withDatabase(DATABASE);
    return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
  }

  /** Sends a file as a stream, and gives the answer of the gateway. */
  @CanIgnoreReturnValue
  JsonObject send(String path, Role role, String mediaType, Path file) {
    var open = new OpenOptions().setWrite(false).setCreate(false);
    return answered(
        Awaited.of(
            vertx
                .fileSystem()
                .open(file.toString(), open)
                .compose(
                    body ->
                        request(path, role)
                            .putHeader("Content-Type", mediaType)
                            .putHeader("Loonheffingennummer", NUMBER)
                            .sendStream(body))));
  }

  /** Posts JSON, and gives the answer of the gateway. */
  JsonObject post(String path, Role role, JsonObject body) {
    return answered(Awaited.of(request(path, role).sendJsonObject(body)));
  }

  /** The figures of its metrics page, by name and labels. */
  Map<String, Double> figures() {
    var page = Awaited.of(client.get(managementPort, HOST, "/metrics").send()).bodyAsString();
    return page.lines()
        .filter(line -> !line.startsWith("#"))
        .collect(
            Collectors.toMap(
                line -> line.substring(0, line.lastIndexOf(' ')),
                line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
  }

  @Override
  public void close() throws IOException {
    gateway.destroy();
    gateway.onExit().orTimeout(STOPPED_WITHIN_S, TimeUnit.SECONDS).join();
    server.close();
    Awaited.of(vertx.close());
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private HttpRequest<Buffer> request(String path, Role role) {
    var token = tokens.sign("load", Set.of(organisation), Set.of(role), Duration.ofHours(1));
    return client.post(httpPort, HOST, path).bearerTokenAuthentication(token);
  }

  private static JsonObject answered(HttpResponse<Buffer> response) {
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException(response.statusCode() + " " + response.bodyAsString());
    }
    return response.bodyAsJsonObject();
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

  private Process start(DatabaseAddress app) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var log = "-Dlogback.configurationFile=config/logback.xml";
    var classes = System.getProperty("java.class.path");
    var builder =
        new ProcessBuilder(
            List.of(java, HEAP, log, "-cp", classes, "nl.banenschakel.app.Main", "serve"));
    builder.environment().put("DATABASE_URL", app.url());
    // What is measured is a delivery, or a run that is asked for: not one beside the other.
    builder.environment().put("BANENSCHAKEL_RECONCILIATION_AFTER_DELIVERY_MS", "-1");
    builder.environment().put("BANENSCHAKEL_DATA_FOLDER", folder.toString());
    builder.environment().put("BANENSCHAKEL_HTTP_PORT", Integer.toString(httpPort));
    builder.environment().put("BANENSCHAKEL_MANAGEMENT_PORT", Integer.toString(managementPort));
    return builder.redirectErrorStream(true).redirectOutput(log()).start();
  }

  private File log() {
    return folder.resolve("gateway.log").toFile();
  }

  private void awaitReady() throws IOException, InterruptedException {
    long giveUpAt = System.nanoTime() + READY_WITHIN.toNanos();
    while (!isReady()) {
      if (!gateway.isAlive() || System.nanoTime() > giveUpAt) {
        throw new IllegalStateException(Files.readString(log().toPath()));
      }
      Thread.sleep(100);
    }
  }

  private boolean isReady() {
    return Awaited.of(
        client
            .get(managementPort, HOST, "/ready")
            .send()
            .map(response -> response.statusCode() == 200)
            .otherwise(false));
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
