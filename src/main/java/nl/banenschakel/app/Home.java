package nl.banenschakel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.banenschakel.app.partner.Partners;

/** Where the gateway's own files are: {@code scripts/run} says it; else the working folder. */
final class Home {
  private Home() {}

  static Path folder() {
    return Path.of(Optional.ofNullable(System.getProperty("banenschakel.home")).orElse("."))
        .toAbsolutePath()
        .normalize();
  }

  static Path norms() {
    return folder().resolve("config/norms");
  }

  /** What the slices that two organisations share read at the start. */
  static Partners.Files files() {
    var schemas = folder().resolve("config/setu");
    return new Partners.Files(
        folder().resolve("config/hour-types.yaml"),
        Optional.of(schemas).filter(Files::isDirectory));
  }

  static Path settings() {
    return folder().resolve("config/gateway.yaml");
  }
}
