package nl.banenschakel.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.Layout;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.banenschakel.platform.log.MaskedLayout;
import org.slf4j.LoggerFactory;

/** Everything that this process logs and prints from now on, at the level that tells most. */
final class CapturedLog implements AutoCloseable {
  private static final String PATTERN = "%level [%thread] %logger [%mdc] %msg%n%ex";

  private final Logger root;
  private final Level level;
  private final Lines masked;
  private final Lines unmasked;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  private CapturedLog() {
    root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    level = root.getLevel();
    masked = new Lines(root.getLoggerContext(), new MaskedLayout());
    unmasked = new Lines(root.getLoggerContext(), new PatternLayout());
  }

  /** Until it is closed. */
  static CapturedLog start() {
    var log = new CapturedLog();
    log.root.addAppender(log.masked);
    log.root.addAppender(log.unmasked);
    log.root.setLevel(Level.DEBUG);
    System.setOut(new PrintStream(log.console, true, UTF_8));
    System.setErr(new PrintStream(log.console, true, UTF_8));
    return log;
  }

  /** As the console's layout writes it. */
  String masked() {
    return String.join("", masked.lines);
  }

  /** As it would be without the mask. */
  String unmasked() {
    return String.join("", unmasked.lines);
  }

  /** Whatever was printed. */
  String console() {
    return console.toString(UTF_8);
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    root.setLevel(level);
    root.detachAppender(masked);
    root.detachAppender(unmasked);
  }

  /** An appender that keeps lines. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Layout<ILoggingEvent> layout;

    Lines(LoggerContext context, PatternLayout layout) {
      setContext(context);
      layout.setContext(context);
      layout.setPattern(PATTERN);
      layout.start();
      this.layout = layout;
      start();
    }

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(layout.doLayout(event));
    }
  }
}
