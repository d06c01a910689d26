package nl.banenschakel.agreement.notice;

import io.vertx.core.Future;
import java.util.UUID;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.JobRun;

/** Looks once a day whether the end of an agreement is near. */
final class NoticeJob implements Job {
  private final NoticeService notices;

  NoticeJob(NoticeService notices) {
    this.notices = notices;
  }

  @Override
  public String kind() {
    return Notices.LOOK;
  }

  @Override
  public Future<Void> run(JobRun run) {
    var agreement = UUID.fromString(run.payload().getOrDefault(Notices.LOOKED_AT, ""));
    return run.complete(tx -> notices.look(tx, agreement));
  }
}
