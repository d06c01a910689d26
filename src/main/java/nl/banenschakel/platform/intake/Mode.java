package nl.banenschakel.platform.intake;

import java.util.function.Supplier;
import nl.banenschakel.platform.http.Parameters;

/** Whether a delivery takes effect. */
public enum Mode {
  /** All of it takes effect, or nothing. */
  REAL,
  /**
   * A trial run: it is read, checked and merged as a real one, and then undone. It tells exactly
   * what the real one would have told, and nothing of it stays.
   */
  TRIAL;

  /** The query parameter {@code validateOnly}: real unless it says {@code true}. */
  public static Supplier<Mode> of(Parameters parameters) {
    var mode = parameters.query("validateOnly", Mode::parse).optional();
    return () -> mode.get().orElse(REAL);
  }

  private static Mode parse(String text) {
    return switch (text) {
      case "true" -> TRIAL;
      case "false" -> REAL;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }
}
