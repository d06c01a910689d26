package nl.banenschakel.app;

import java.nio.file.Path;
import java.util.Optional;

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

  static Path hourTypes() {
    return folder().resolve("config/hour-types.yaml");
  }

  static Path settings() {
    return folder().resolve("config/gateway.yaml");
  }
}
