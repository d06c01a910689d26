package nl.banenschakel.platform.job;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import nl.banenschakel.platform.db.StatementFailed;
import nl.banenschakel.platform.failure.Defects;
import nl.banenschakel.platform.failure.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept of why a job failed, and how long it then rests. */
final class JobReason {
  private static final Logger LOG = LoggerFactory.getLogger(JobReason.class);
  private static final String DEFECT = "INTERNAL_DEFECT";
  private static final int PAUSE_MS_MAX = 3_600_000;
  private static final int DOUBLINGS_MAX = 20;

  private JobReason() {}

  /** A code, never a value. */
  static String of(Throwable cause) {
    if (cause instanceof JobFailed failed) {
      return failed.code();
    }
    if (cause instanceof Failure failure) {
      return failure.code();
    }
    if (cause instanceof StatementFailed refused) {
      return "SQLSTATE_" + refused.sqlState();
    }
    return cause instanceof TimeoutException ? "JOB_TOOK_TOO_LONG" : DEFECT;
  }

  /** An expected failure in a line; a defect with where it was. */
  static void log(String kind, UUID job, int attempt, Throwable cause) {
    LOG.warn("job={} kind={} attempt={} failed: {}", job, kind, attempt, of(cause));
    if (of(cause).equals(DEFECT)) {
      Defects.log(job, kind, cause);
    }
  }

  /**
   * Twice as long with every attempt, up to an hour; and by chance up to half of it shorter, so
   * that jobs that failed together do not come back together.
   */
  static int pauseMs(int firstMs, int attempt) {
    long doubled = (long) firstMs << Math.min(attempt - 1, DOUBLINGS_MAX);
    int longest = (int) Math.min(doubled, PAUSE_MS_MAX);
    return longest - ThreadLocalRandom.current().nextInt(longest / 2 + 1);
  }
}
