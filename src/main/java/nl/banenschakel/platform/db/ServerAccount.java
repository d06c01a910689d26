package nl.banenschakel.platform.db;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The account that runs the server. PostgreSQL refuses to run as root; so for root it is the
 * account that owns the cluster already, else the first of a few that the machine knows.
 */
record ServerAccount(String name, long uid, long gid) {
  private static final List<String> CHOICES = List.of("banenschakel", "postgres", "nobody");
  private static final Path ACCOUNTS = Path.of("/etc/passwd");

  /** Our own user id. */
  static long own() {
    return new UnixSystem().getUid();
  }

  /** Whether the file or folder itself, not what it links to, is ours. */
  static boolean owns(Path path) throws IOException {
    return uid(path) == own();
  }

  static boolean isRoot() {
    return own() == 0;
  }

  /** Empty when we are not root: then the server runs as ourselves. */
  static Optional<ServerAccount> forCluster(Path cluster) {
    if (!isRoot()) {
      return Optional.empty();
    }
    var known = known();
    var owner = owner(cluster);
    return Optional.of(
        known.stream()
            .filter(account -> account.uid == owner)
            .findFirst()
            .or(() -> chosen(known))
            .orElseThrow(
                () ->
                    new EmbeddedPostgresFailed(
                        "PostgreSQL does not run as root, and none of the accounts "
                            + CHOICES
                            + " exists to run it: make one, or give DATABASE_URL.")));
  }

  /** Gives the file or folder to this account. */
  void own(Path path) throws IOException {
    Files.setAttribute(path, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(path, "unix:gid", (int) gid, LinkOption.NOFOLLOW_LINKS);
  }

  private static Optional<ServerAccount> chosen(List<ServerAccount> known) {
    return CHOICES.stream()
        .flatMap(name -> known.stream().filter(account -> account.name.equals(name)))
        .findFirst();
  }

  private static long owner(Path cluster) {
    try {
      return Files.exists(cluster) ? uid(cluster) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long uid(Path path) throws IOException {
    return ((Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)).longValue();
  }

  /** All accounts of the machine but root. */
  private static List<ServerAccount> known() {
    try (var lines = Files.lines(ACCOUNTS)) {
      return lines
          .map(line -> line.split(":", -1))
          .filter(field -> field.length > 3 && !"0".equals(field[2]))
          .map(
              field ->
                  new ServerAccount(field[0], Long.parseLong(field[2]), Long.parseLong(field[3])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
