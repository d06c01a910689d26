package nl.banenschakel.platform.job;

/**
 * How this gateway runs jobs.
 *
 * @param concurrencyMax jobs at the same moment; 0: it runs none
 * @param pollMs how often it looks for jobs that are due
 * @param leaseMs without a sign of life for so long a job is taken over; the sign is given three
 *     times as often
 * @param attemptsMax after so many failures a job is dead
 * @param retryMs the wait after the first failure; doubled with each, up to an hour
 * @param runMsMax a job that takes longer has failed
 * @param drainMs at a stop, how long jobs under way may still take
 */
public record JobSettings(
    int concurrencyMax,
    int pollMs,
    int leaseMs,
    int attemptsMax,
    int retryMs,
    int runMsMax,
    int drainMs) {
  public static final JobSettings DEFAULT =
      new JobSettings(4, 1_000, 30_000, 10, 1_000, 3_600_000, 30_000);

  int heartbeatMs() {
    return Math.max(1, leaseMs / 3);
  }
}
