package nl.banenschakel.register.freshness;

import io.vertx.core.Future;
import java.util.UUID;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.JobRun;

/** Looks whether a list is still the newest one on the day it passes a threshold. */
final class FreshnessJob implements Job {
  private final Freshness freshness;

  FreshnessJob(Freshness freshness) {
    this.freshness = freshness;
  }

  @Override
  public String kind() {
    return Freshness.KIND;
  }

  @Override
  public Future<Void> run(JobRun run) {
    var list = UUID.fromString(run.payload().getOrDefault(Freshness.LIST, ""));
    var level = Freshness.Level.valueOf(run.payload().getOrDefault(Freshness.LEVEL, ""));
    return run.complete(tx -> freshness.tell(tx, list, level));
  }
}
