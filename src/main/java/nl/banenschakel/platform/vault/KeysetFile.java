package nl.banenschakel.platform.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import nl.banenschakel.platform.failure.StartRefused;

/** The keyset file on disk: its owner's alone, written whole or not at all, never overwritten. */
final class KeysetFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FORBIDDEN =
      PosixFilePermissions.fromString("---rwxrwx");
  private static final int BYTES_MAX = 1024 * 1024;

  private KeysetFile() {}

  static Keysets read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw refused(
          file,
          "is not there; a lost keyset file cannot be made again: put it back, or make one"
              + " for a new database");
    }
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(FORBIDDEN::contains)) {
        throw refused(file, "may be used by its group or by others: give it mode 0600");
      }
      if (Files.size(file) > BYTES_MAX) {
        throw Keysets.unusable();
      }
      return Keysets.parse(Files.readString(file));
    } catch (IOException unreadable) {
      throw refused(file, "cannot be read by this user");
    }
  }

  static void write(Path file, Keysets keysets) {
    var absolute = file.toAbsolutePath();
    FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    try {
      Files.createDirectories(absolute.getParent());
      var draft = Files.createTempFile(absolute.getParent(), "keyset", ".draft", ownerOnly);
      try {
        flush(draft, keysets.text());
        // A link, unlike a move, fails when the name is taken: two starts at once cannot make two
        // vaults.
        Files.createLink(absolute, draft);
      } finally {
        Files.delete(draft);
      }
    } catch (FileAlreadyExistsException taken) {
      throw refused(
          file, "is there already and is not overwritten: without it no BSN can be opened");
    } catch (IOException e) {
      throw new UncheckedIOException("The vault's keyset file cannot be made", e);
    }
  }

  private static void flush(Path file, String text) throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static StartRefused refused(Path file, String mistake) {
    return new StartRefused("The vault's keyset file cannot be used", file + " " + mistake);
  }
}
