package nl.banenschakel.platform.job;

import io.vertx.core.Future;

/**
 * Does the jobs of one kind. It may be called again for a job that failed or whose gateway stopped,
 * and by several gateways for several jobs at once. It never blocks.
 */
public interface Job {

  /** The kind of job: lower case and hyphens, such as {@code reconcile}. */
  String kind();

  /**
   * Does one job. It is done when {@link JobRun#complete} was and this future succeeds; whoever
   * succeeds without completing has failed.
   *
   * @return fails with {@link JobFailed} to say when to try again, else it is tried again after a
   *     while
   */
  Future<Void> run(JobRun run);
}
