package nl.banenschakel.architecture.sins.party;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Wrong on purpose. */
final class Saving {
  private Saving() {}

  static void save(Path path, String text) throws IOException {
    Files.writeString(path, text);
  }
}
