package nl.banenschakel.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogsTest {
  private static final String BSN = "999990019";

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream standardError = System.err;

  @BeforeEach
  void install() {
    System.setErr(new PrintStream(written, true, UTF_8));
    Logs.install();
  }

  @AfterEach
  void restore() {
    Thread.setDefaultUncaughtExceptionHandler(null);
    LogManager.getLogManager().reset();
    System.setErr(standardError);
  }

  @Test
  void what_libraries_say_to_java_util_logging_is_masked() {
    Logger.getLogger("org.postgresql.something").warning("row with " + BSN);

    assertThat(written()).contains("row with *********").doesNotContain(BSN);
  }

  @Test
  void a_thread_that_ends_with_an_exception_is_masked() throws InterruptedException {
    var thread =
        new Thread(
            () -> {
              throw new IllegalStateException("about " + BSN);
            });

    thread.start();
    thread.join();

    assertThat(written()).contains("about *********").doesNotContain(BSN);
  }

  private String written() {
    return written.toString(UTF_8);
  }
}
