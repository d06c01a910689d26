package nl.banenschakel.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * A PostgreSQL server of our own: on 127.0.0.1 only, on a free port, behind a generated password.
 * It is gone when this process is, even when that is killed. Starting and closing block.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  static final String USER = "postgres";
  private static final String HOST = "127.0.0.1";
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final Duration RETRIED_FOR = Duration.ofSeconds(15);
  private static final Duration RECOVERED_WITHIN = Duration.ofMinutes(10);
  private static final int POLL_MS = 10;
  private static final int RETRY_MS = 200;

  /** A server of the last run that still stops, or a port that was taken just before us. */
  private static final List<String> PASSING =
      List.of("lock file", "shared memory block", "TCP/IP sockets");

  private final PostgresFolder folder;
  private final boolean throwAway;
  private final PostgresProcess process;
  private final DatabaseAddress superuser;
  private boolean closed;

  private EmbeddedPostgres(
      PostgresFolder folder, boolean throwAway, PostgresProcess process, DatabaseAddress it) {
    this.folder = folder;
    this.throwAway = throwAway;
    this.process = process;
    this.superuser = it;
  }

  /**
   * Starts on a folder that keeps its data; makes it the first time. After a crash the server first
   * recovers what was committed.
   *
   * @throws EmbeddedPostgresFailed saying what to do; also when another process uses the folder
   */
  public static EmbeddedPostgres start(Path folder) {
    return start(folder, false);
  }

  /**
   * Starts on a new temporary folder that is deleted at close and when this process ends in an
   * orderly way; what a killed process left is deleted by the next one. Faster, as nothing need
   * survive a crash.
   *
   * @throws EmbeddedPostgresFailed saying what to do; also when no temporary folder can be made
   */
  public static EmbeddedPostgres throwAway() {
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    ThrowAwayFolders.deleteLeftBehind(temporary);
    var server = start(ThrowAwayFolders.make(temporary), true);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "postgres-throw-away"));
    return server;
  }

  /** The only role of a new server, at its own database. */
  public DatabaseAddress superuser() {
    return superuser;
  }

  /** Where its data is. */
  Path folder() {
    return folder.path();
  }

  /** The server's process. */
  public long pid() {
    return process.pid();
  }

  /** Stops the server: what was committed is kept, unless it was to be thrown away. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      process.stop(throwAway ? "QUIT" : "INT");
      leave(folder, throwAway);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres start(Path path, boolean throwAway) {
    try {
      var folder = PostgresFolder.take(path);
      try {
        return start(folder, throwAway);
      } catch (IOException | RuntimeException e) {
        leave(folder, throwAway);
        throw e;
      }
    } catch (IOException e) {
      throw new EmbeddedPostgresFailed("PostgreSQL cannot be started in " + path, e);
    }
  }

  private static EmbeddedPostgres start(PostgresFolder folder, boolean throwAway)
      throws IOException {
    var account = ServerAccount.forCluster(folder.cluster());
    var programs = new PostgresPrograms(PostgresBinaries.unpacked(), account, throwAway);
    if (!folder.hasCluster()) {
      folder.keep(newPassword());
      programs.initialise(folder, folder.password());
    }
    var giveUpAt = Instant.now().plus(RETRIED_FOR);
    while (true) {
      var process =
          PostgresProcess.start(programs.server(folder, freePort()), programs.diesWithUs());
      var port = awaitReady(folder, process);
      if (port > 0) {
        return entered(folder, throwAway, process, port);
      }
      var why = folder.lastWords();
      if (Instant.now().isAfter(giveUpAt) || PASSING.stream().noneMatch(why::contains)) {
        throw new EmbeddedPostgresFailed(
            "PostgreSQL does not start in " + folder.path() + ":\n" + why);
      }
      PostgresProcess.pause(RETRY_MS);
    }
  }

  private static void leave(PostgresFolder folder, boolean throwAway) throws IOException {
    try (folder) {
      if (throwAway) {
        folder.delete();
      }
    }
  }

  /** The port, or 0 when the server ended before it was ready. */
  private static int awaitReady(PostgresFolder folder, PostgresProcess process) throws IOException {
    var giveUpAt = Instant.now().plus(RECOVERED_WITHIN);
    while (process.isAlive()) {
      var port = folder.readyPort(process.pid());
      if (port > 0) {
        return port;
      }
      if (Instant.now().isAfter(giveUpAt)) {
        process.stop("INT");
        throw new EmbeddedPostgresFailed("PostgreSQL was not ready in " + RECOVERED_WITHIN);
      }
      PostgresProcess.pause(POLL_MS);
    }
    return 0;
  }

  /** SCRAM proves both ways: only the server with our password can let us in. */
  private static EmbeddedPostgres entered(
      PostgresFolder folder, boolean throwAway, PostgresProcess process, int port)
      throws IOException {
    var superuser = new DatabaseAddress(HOST, port, "postgres", USER, folder.password());
    try (var session = superuser.connect()) {
      session.setReadOnly(true);
      return new EmbeddedPostgres(folder, throwAway, process, superuser);
    } catch (SQLException e) {
      process.stop("INT");
      throw new EmbeddedPostgresFailed("PostgreSQL did not take the password of its folder", e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  static String newPassword() {
    var random = new byte[24];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
