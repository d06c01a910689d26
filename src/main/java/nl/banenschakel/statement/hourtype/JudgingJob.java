package nl.banenschakel.statement.hourtype;

import io.vertx.core.Future;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.JobRun;

/** Judges lines whose type was not known when they came. */
final class JudgingJob implements Job {
  private final HourTypeService service;

  JudgingJob(HourTypeService service) {
    this.service = service;
  }

  @Override
  public String kind() {
    return HourTypeService.JUDGE;
  }

  @Override
  public Future<Void> run(JobRun run) {
    return run.complete(service::judgeAnew);
  }
}
