package nl.banenschakel.register.fetch;

import io.vertx.core.Future;
import java.util.UUID;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.JobRun;

/** Tells of the end of a mandate in time. */
final class MandateJob implements Job {
  static final String KIND = "warn-register-mandate";

  /** The id of the mandate. */
  static final String MANDATE = "mandate";

  private final MandateService mandates;

  MandateJob(MandateService mandates) {
    this.mandates = mandates;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Future<Void> run(JobRun run) {
    var mandate = UUID.fromString(run.payload().getOrDefault(MANDATE, ""));
    return run.complete(tx -> mandates.warn(tx, mandate));
  }
}
