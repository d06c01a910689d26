package nl.banenschakel.platform.failure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of what is no {@code Failure} and so our fault: the kinds of exception and where in our
 * code they passed. Their messages are left out unless they are known to hold no value.
 */
public final class Defects {
  private static final Logger LOG = LoggerFactory.getLogger(Defects.class);
  private static final String OURS = "nl.banenschakel.";
  private static final int CAUSES_MAX = 5;
  private static final int FRAMES_MAX = 12;

  private Defects() {}

  /**
   * One line.
   *
   * @param request of which request, or of which job
   * @param operationId which operation, or which kind of job
   */
  public static void log(UUID request, String operationId, Throwable defect) {
    LOG.error("operation={} request={} defect: {}", operationId, request, described(defect));
  }

  /** The same in words, for a line that says what it was about in its own way. */
  public static String described(Throwable defect) {
    var text = new StringBuilder();
    @Nullable Throwable cause = defect;
    for (int i = 0; cause != null && i < CAUSES_MAX; i++) {
      text.append(i == 0 ? "" : "; caused by ").append(cause.getClass().getName());
      if (cause instanceof ValueFree) {
        text.append(": ").append(cause.getMessage());
      }
      frames(text, cause.getStackTrace());
      cause = cause.getCause();
    }
    return text.toString();
  }

  /** Where it was thrown, and our own code on the way there. */
  private static void frames(StringBuilder text, StackTraceElement[] frames) {
    int shown = 0;
    for (int i = 0; i < frames.length && shown < FRAMES_MAX; i++) {
      if (i == 0 || frames[i].getClassName().startsWith(OURS)) {
        text.append(" < ").append(frames[i]);
        shown++;
      }
    }
  }
}
