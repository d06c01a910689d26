package nl.banenschakel.platform.log;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * A pattern layout whose every event is one masked line: message, arguments, MDC, the names of
 * thread and logger, and exceptions with all their causes. What was a line break is a bar: nobody
 * can forge a line by sending one.
 */
public final class MaskedLayout extends PatternLayout {

  /** The whole event, masked, as one line. */
  @Override
  public String doLayout(ILoggingEvent event) {
    return BsnMask.mask(super.doLayout(event))
            .strip()
            .replaceAll("\\s*[\\r\\n\\u0085\\u2028\\u2029]+\\s*", " | ")
        + "\n";
  }
}
