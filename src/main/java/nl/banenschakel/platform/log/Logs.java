package nl.banenschakel.platform.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Leads what would otherwise reach the console unmasked into the log. */
public final class Logs {
  private Logs() {}

  /** Called once, before anything else: from then on all of this process logs masked. */
  public static void install() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, cause) ->
            LoggerFactory.getLogger(Logs.class)
                .error("A thread ended: {}", thread.getName(), cause));
  }

  /** From now on this logger tells only what needs somebody. */
  public static void onlyWarnings(String logger) {
    if (LoggerFactory.getLogger(logger) instanceof Logger logback) {
      logback.setLevel(Level.WARN);
    }
  }
}
