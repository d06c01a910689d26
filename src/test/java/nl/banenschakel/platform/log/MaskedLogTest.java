package nl.banenschakel.platform.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** Logs through {@code config/logback.xml} itself and reads what reached standard error. */
class MaskedLogTest {
  private static final String BSN = "999990019";

  private final LoggerContext context = new LoggerContext();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream standardError = System.err;
  private final Logger log = context.getLogger(MaskedLogTest.class);

  @BeforeEach
  void configure() throws JoranException {
    System.setErr(new PrintStream(written, true, UTF_8));
    context.setMDCAdapter(new LogbackMDCAdapter());
    var configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure("config/logback.xml");
  }

  @AfterEach
  void restore() {
    context.stop();
    System.setErr(standardError);
  }

  @Test
  void a_line_says_when_how_bad_where_and_what() {
    log.info("Listening on {}", "127.0.0.1:8080");

    assertThat(written())
        .matches(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ INFO  \\[.*] \\S+MaskedLogTest"
                + " Listening on 127\\.0\\.0\\.1:8080\n");
  }

  @Test
  void messages_and_arguments_are_masked() {
    log.warn("Person {} and " + BSN + " of {}", BSN, "001000275L01");

    assertThat(written()).contains("Person ********* and ********* of *********L01").endsWith("\n");
  }

  @Test
  void a_message_put_together_from_parts_is_masked_as_a_whole() {
    log.warn("{}{}{}", "999", "990", "019");

    assertThat(written()).contains(" *********\n");
  }

  @Test
  void the_context_is_masked() {
    context.getMDCAdapter().setContextMap(Map.of("person", BSN));

    log.info("in context");

    assertThat(written()).contains("[person=*********]").doesNotContain(BSN);
  }

  @Test
  void exceptions_are_masked_with_their_causes_and_what_they_suppressed() {
    var failure = new IllegalStateException("for 9999.90.019", new RuntimeException("by " + BSN));
    failure.addSuppressed(new RuntimeException("and " + BSN));

    log.error("Failed", failure);

    assertThat(written())
        .contains("IllegalStateException: for ****.**.***")
        .contains("Caused by: java.lang.RuntimeException: by *********")
        .contains("Suppressed: java.lang.RuntimeException: and *********")
        .doesNotContain(BSN);
  }

  @Test
  void the_names_of_threads_and_loggers_are_masked() throws InterruptedException {
    var thread = new Thread(() -> context.getLogger("import." + BSN).info("hello"), "for-" + BSN);

    thread.start();
    thread.join();

    assertThat(written()).contains("hello").doesNotContain(BSN);
  }

  @Test
  void whatever_is_sent_an_event_is_one_line() {
    log.info("first\r\n2026-01-01 INFO forged\n\tthird\u2028fourth", new RuntimeException("fifth"));

    assertThat(written().lines()).hasSize(1);
    assertThat(written()).contains("first | 2026-01-01 INFO forged | third | fourth | ");
  }

  private String written() {
    return written.toString(UTF_8);
  }
}
