package nl.banenschakel.platform.db;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of one embedded server, for one process at a time: {@code cluster} (the account that
 * runs the server owns it), and beside it, for us alone, the password and the server's log.
 */
final class PostgresFolder implements AutoCloseable {
  private static final int STATUS_LINE = 7;
  private static final int PORT_LINE = 3;
  private static final int LOG_LINES_SHOWN_MAX = 8;
  private static final int LOCK_TRIES_MAX = 20;
  private static final int LOCK_RETRY_MS = 50;

  /**
   * What this process has: to open and close a lock file that it holds would let go of the lock.
   */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private PostgresFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Makes the folder when it is not there, and takes it for this process. A process that was just
   * killed may need a moment to let go.
   */
  static PostgresFolder take(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    for (var tries = 1; tries < LOCK_TRIES_MAX; tries++) {
      var taken = takeIfFree(folder);
      if (taken.isPresent()) {
        return taken.get();
      }
      PostgresProcess.pause(LOCK_RETRY_MS);
    }
    return takeIfFree(folder)
        .orElseThrow(
            () ->
                new EmbeddedPostgresFailed(
                    "Another Banenschakel uses the data folder "
                        + folder
                        + ": stop that one, or give this one its own folder."));
  }

  /** Takes a folder that is there, without waiting; empty when a living process has it. */
  static Optional<PostgresFolder> takeIfFree(Path folder) throws IOException {
    var real = folder.toRealPath();
    if (!OURS.add(real)) {
      return Optional.empty();
    }
    Optional<PostgresFolder> taken = Optional.empty();
    try {
      taken = locked(real);
    } finally {
      if (taken.isEmpty()) {
        OURS.remove(real);
      }
    }
    return taken;
  }

  Path path() {
    return folder;
  }

  Path cluster() {
    return folder.resolve("cluster");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  boolean hasCluster() {
    return Files.isDirectory(cluster());
  }

  String password() throws IOException {
    return Files.readString(passwordFile(), UTF_8).strip();
  }

  /** Kept with mode 0600; an older one, of a cluster that was never finished, is replaced. */
  void keep(String password) throws IOException {
    Files.deleteIfExists(passwordFile());
    var onlyUs = PosixFilePermissions.fromString("rw-------");
    Files.createFile(passwordFile(), PosixFilePermissions.asFileAttribute(onlyUs));
    Files.writeString(passwordFile(), password, UTF_8, WRITE);
  }

  /** The port, once the server that we started says so itself; else 0. */
  int readyPort(long pid) throws IOException {
    var said = said();
    return said.size() > STATUS_LINE
            && said.get(0).strip().equals(Long.toString(pid))
            && said.get(STATUS_LINE).strip().equals("ready")
        ? Integer.parseInt(said.get(PORT_LINE).strip())
        : 0;
  }

  /** The end of the server's log: why it did not start. */
  String lastWords() throws IOException {
    var lines = Files.exists(log()) ? Files.readAllLines(log(), UTF_8) : List.<String>of();
    return String.join(
        "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN_MAX), lines.size()));
  }

  void delete() throws IOException {
    PostgresBinaries.deleteTree(folder);
  }

  /** Lets go of the folder. */
  @Override
  public void close() throws IOException {
    channel.close();
    OURS.remove(folder);
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  private List<String> said() throws IOException {
    try {
      return Files.readAllLines(cluster().resolve("postmaster.pid"), UTF_8);
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static Optional<PostgresFolder> locked(Path real) throws IOException {
    var channel = FileChannel.open(real.resolve("lock"), CREATE, WRITE);
    if (channel.tryLock() != null) {
      return Optional.of(new PostgresFolder(real, channel));
    }
    channel.close();
    return Optional.empty();
  }
}
