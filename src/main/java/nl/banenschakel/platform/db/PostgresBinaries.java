package nl.banenschakel.platform.db;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path once per version and account, into a cache
 * folder that only this account can write and the account that runs the server can read.
 */
final class PostgresBinaries {
  private static final String FOR_ALL_TO_READ = "rwxr-xr-x";
  private static final int OTHERS_WRITE = 0b000_010_010;

  private PostgresBinaries() {}

  /**
   * The folder that holds {@code bin}, {@code lib} and {@code share}; unpacks when it is not there
   * (about 2.5 s). Two processes may do so at once: the first to finish wins.
   */
  static Path unpacked() {
    var archive = archive();
    try {
      var cache = cache();
      var home = cache.resolve("postgres-" + version(archive));
      if (!Files.isDirectory(home)) {
        unpack(archive, cache, home);
      }
      return home;
    } catch (IOException e) {
      throw new EmbeddedPostgresFailed("PostgreSQL's programs cannot be unpacked", e);
    }
  }

  private static URL archive() {
    var mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    var arm = System.getProperty("os.arch", "").matches("aarch64|arm64");
    var name = "postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
    return Optional.ofNullable(PostgresBinaries.class.getClassLoader().getResource(name))
        .orElseThrow(
            () ->
                new EmbeddedPostgresFailed(
                    "There is no embedded PostgreSQL for this machine ("
                        + name
                        + "): give DATABASE_URL."));
  }

  /** By content, so that another version never meets these files. */
  private static String version(URL archive) throws IOException {
    var connection = archive.openConnection();
    return connection instanceof JarURLConnection jar
        ? "%08x".formatted(jar.getJarEntry().getCrc())
        : "%x-%x".formatted(connection.getContentLengthLong(), connection.getLastModified());
  }

  private static Path cache() throws IOException {
    for (var candidate : candidates()) {
      if (isSafe(candidate)) {
        return candidate;
      }
    }
    var own = Files.createTempDirectory("banenschakel-");
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString(FOR_ALL_TO_READ));
    return own;
  }

  /** Root's own cache lies in a folder that no other account can enter. */
  private static List<Path> candidates() {
    var shared =
        Path.of(System.getProperty("java.io.tmpdir"), "banenschakel-" + ServerAccount.own());
    if (ServerAccount.isRoot()) {
      return List.of(Path.of("/var/cache/banenschakel"), shared);
    }
    var home = Path.of(System.getProperty("user.home"), ".cache").toString();
    var caches = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(x -> !x.isEmpty());
    return List.of(Path.of(caches.orElse(home), "banenschakel"), shared);
  }

  /** Whether the folder is there or can be made, is ours, and nobody else can write in it. */
  private static boolean isSafe(Path folder) {
    try {
      if (!Files.exists(folder, NOFOLLOW_LINKS)) {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOR_ALL_TO_READ));
      }
      var mode = (Integer) Files.getAttribute(folder, "unix:mode", NOFOLLOW_LINKS);
      return ServerAccount.owns(folder)
          && (mode & OTHERS_WRITE) == 0
          && Files.isDirectory(folder, NOFOLLOW_LINKS)
          && Files.isWritable(folder);
    } catch (IOException e) {
      return false; // the next candidate
    }
  }

  private static void unpack(URL archive, Path cache, Path home) throws IOException {
    var unfinished = Files.createTempDirectory(cache, ".unpacking-");
    try (var tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(archive.openStream())))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, unfinished);
      }
      Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString(FOR_ALL_TO_READ));
      Files.move(unfinished, home, ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(home)) { // else another process was first
        throw e;
      }
    } finally {
      deleteTree(unfinished);
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    var path = root.resolve(entry.getName()).normalize();
    if (!path.startsWith(root)) {
      throw new IOException("an entry of the archive leaves its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
    } else if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    } else {
      Files.createDirectories(path.getParent());
      Files.copy(tar, path);
    }
    var executable = entry.isDirectory() || (entry.getMode() & 0b001_000_000) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? FOR_ALL_TO_READ : "rw-r--r--"));
  }

  /** Deletes a folder and all in it; what is gone already is fine. */
  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder, NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (var path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
