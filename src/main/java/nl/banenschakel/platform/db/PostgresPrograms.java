package nl.banenschakel.platform.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The command lines of the server's programs. Each runs in the cluster's folder and knows it as
 * {@code /proc/self/cwd}: so the account that runs it need not be able to enter the folders above.
 */
final class PostgresPrograms {
  /** Everything the server logs is free of values: no statements, no details, no errors of ours. */
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "log_min_messages=log",
          "log_error_verbosity=terse",
          "log_min_error_statement=panic",
          "log_checkpoints=off",
          "timezone=UTC",
          "log_timezone=UTC",
          "shared_buffers=256MB",
          "max_wal_size=4GB",
          "work_mem=32MB",
          "maintenance_work_mem=128MB",
          "jit=off");

  /** For data that never outlives the process. */
  private static final List<String> NOTHING_TO_LOSE =
      List.of(
          "fsync=off",
          "synchronous_commit=off",
          "full_page_writes=off",
          "wal_level=minimal",
          "max_wal_senders=0",
          "autovacuum_naptime=10s");

  private static final Set<PosixFilePermission> ONLY_US =
      PosixFilePermissions.fromString("rw-------");
  private static final Path ITSELF = Path.of("/proc/self/cwd");
  private static final int INITDB_TIMEOUT_S = 120;

  private final Path home;
  private final Optional<ServerAccount> account;
  private final boolean throwAway;
  private final List<String> prefix;

  PostgresPrograms(Path home, Optional<ServerAccount> account, boolean throwAway) {
    this.home = home;
    this.account = account;
    this.throwAway = throwAway;
    this.prefix = prefix(account);
  }

  /** Whether the kernel stops the server when we die; where not, a watcher must. */
  boolean diesWithUs() {
    return !prefix.isEmpty();
  }

  /** Makes a cluster with SCRAM for its only role; all of it is there, or nothing. */
  void initialise(PostgresFolder folder, String password) throws IOException {
    var unfinished = folder.path().resolve("cluster.unfinished");
    PostgresBinaries.deleteTree(unfinished);
    Files.createDirectory(unfinished);
    var passwordFile = folder.path().resolve("password.once");
    try {
      Files.deleteIfExists(passwordFile); // of a process that was killed here
      Files.createFile(passwordFile, PosixFilePermissions.asFileAttribute(ONLY_US));
      Files.writeString(passwordFile, password, UTF_8, WRITE);
      if (account.isPresent()) {
        account.get().own(unfinished);
        account.get().own(passwordFile);
      }
      var initdb = in(unfinished, folder.log(), initdb(unfinished));
      runToItsEnd(initdb.redirectInput(passwordFile.toFile()), folder);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.move(unfinished, folder.cluster());
  }

  /** The server on a port; its process is the postmaster itself. */
  ProcessBuilder server(PostgresFolder folder, int port) {
    var command = new ArrayList<>(List.of(program("postgres"), "-D", seen(folder.cluster())));
    command.addAll(List.of("-c", "port=" + port));
    SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
    if (throwAway) {
      NOTHING_TO_LOSE.forEach(setting -> command.addAll(List.of("-c", setting)));
    }
    return in(folder.cluster(), folder.log(), command);
  }

  private List<String> initdb(Path cluster) {
    var command =
        new ArrayList<>(
            List.of(program("initdb"), "-D", seen(cluster), "--username=" + EmbeddedPostgres.USER));
    // Its standard input: the account that runs it cannot enter the folder that holds the file.
    command.addAll(List.of("--auth=scram-sha-256", "--pwfile=/dev/stdin"));
    command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    command.addAll(List.of("--locale=C", "--encoding=UTF8", "--no-instructions"));
    if (throwAway) {
      command.add("--no-sync");
    }
    return command;
  }

  private String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static String seen(Path cluster) {
    return Files.exists(ITSELF) ? ITSELF.toString() : cluster.toString();
  }

  private ProcessBuilder in(Path cluster, Path log, List<String> command) {
    var whole = new ArrayList<>(prefix);
    whole.addAll(command);
    var builder = new ProcessBuilder(whole).directory(cluster.toFile());
    bare(builder);
    return builder.redirectErrorStream(true).redirectOutput(log.toFile());
  }

  /** Our environment may hold secrets that are not the server's. */
  private static void bare(ProcessBuilder builder) {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
  }

  /**
   * {@code setsid}: the terminal's Ctrl-C is for us, not for the server. {@code setpriv}: another
   * account, and SIGINT (a fast and clean stop) when the thread that started it ends.
   */
  private static List<String> prefix(Optional<ServerAccount> account) {
    var prefix = new ArrayList<>(List.of("setsid", "setpriv", "--pdeathsig=SIGINT"));
    account.ifPresent(
        it ->
            prefix.addAll(List.of("--reuid=" + it.uid(), "--regid=" + it.gid(), "--clear-groups")));
    prefix.add("--");
    var trial = new ArrayList<>(prefix);
    trial.add("true");
    if (succeeds(trial)) {
      return List.copyOf(prefix);
    }
    if (account.isPresent()) {
      throw new EmbeddedPostgresFailed(
          "PostgreSQL does not run as root, and setpriv (util-linux 2.33 or newer) is not here or"
              + " may not change to the account "
              + account.get().name()
              + ": start as another user, or give DATABASE_URL.");
    }
    return List.of();
  }

  private static boolean succeeds(List<String> command) {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      var trial = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return trial.waitFor(INITDB_TIMEOUT_S, TimeUnit.SECONDS) && trial.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static void runToItsEnd(ProcessBuilder builder, PostgresFolder folder)
      throws IOException {
    var process = builder.start();
    try {
      if (!process.waitFor(INITDB_TIMEOUT_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new EmbeddedPostgresFailed(
            "PostgreSQL could not make its data folder:\n" + folder.lastWords());
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static EmbeddedPostgresFailed interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EmbeddedPostgresFailed("Interrupted while PostgreSQL was starting or stopping", e);
  }
}
