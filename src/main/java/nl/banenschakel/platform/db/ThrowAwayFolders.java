package nl.banenschakel.platform.db;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of throw-away servers, side by side in the folder for temporary files. */
final class ThrowAwayFolders {
  private static final Logger LOG = LoggerFactory.getLogger(ThrowAwayFolders.class);
  private static final String PREFIX = "banenschakel-throw-away-";
  private static final Duration LEFT_BEHIND_AFTER = Duration.ofMinutes(10);

  private ThrowAwayFolders() {}

  /**
   * A new one.
   *
   * @throws EmbeddedPostgresFailed when this user cannot write there
   */
  static Path make(Path temporary) {
    try {
      return Files.createTempDirectory(temporary, PREFIX);
    } catch (IOException e) {
      throw new EmbeddedPostgresFailed(
          "The folder for temporary files, "
              + temporary
              + ", cannot be written by this user: set TMPDIR to one that can.",
          e);
    }
  }

  /**
   * Deletes what killed processes left. Best effort: another process may be at the same folder at
   * this moment, and what stays is for the next to delete.
   */
  static void deleteLeftBehind(Path temporary) {
    try (var folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (var left : folders) {
        deleteIfLeftBehind(left);
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.debug("The folder for temporary files cannot be read", e);
    }
  }

  private static void deleteIfLeftBehind(Path left) {
    try {
      if (isLeftBehind(left)) {
        deleteUnlessUsed(left);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("A folder left behind stays", e);
    }
  }

  private static boolean isLeftBehind(Path folder) throws IOException {
    var old = Files.getLastModifiedTime(folder, NOFOLLOW_LINKS).toInstant().plus(LEFT_BEHIND_AFTER);
    return old.isBefore(Instant.now())
        && Files.isDirectory(folder, NOFOLLOW_LINKS) // not a link that another account planted
        && ServerAccount.owns(folder);
  }

  private static void deleteUnlessUsed(Path left) throws IOException {
    var free = PostgresFolder.takeIfFree(left);
    if (free.isPresent()) {
      try (var folder = free.get()) {
        folder.delete();
      }
    }
  }
}
