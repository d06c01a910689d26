package nl.banenschakel.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every class of tests in which an event loop was held up, whoever started that loop: a
 * gateway, a command, the test itself. JUnit finds it by itself ({@code META-INF/services}).
 */
public final class LoopsComeBack implements BeforeAllCallback, AfterAllCallback {

  /** Begins to look. */
  @Override
  public void beforeAll(ExtensionContext context) {
    var unused = LoopWatch.shared();
  }

  /** Fails with whatever was seen in this class. */
  @Override
  public void afterAll(ExtensionContext context) {
    var sins = LoopWatch.shared().drain();
    if (!sins.isEmpty()) {
      throw new AssertionError("An event loop was held up:\n" + String.join("\n", sins));
    }
  }
}
