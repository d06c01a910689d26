package nl.banenschakel.platform.audit.review;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.IntSupplier;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;

/** Reads the audit of an organisation. */
public final class AuditReview {
  private final Db db;
  private final AuditClearingJob clearing;
  private final AuditReviewRepository lines = new AuditReviewRepository();

  /**
   * Over the database of the app role.
   *
   * @param keptYears how long lines are kept, by the norm of the day
   */
  public AuditReview(Db db, Jobs jobs, Outbox outbox, IntSupplier keptYears) {
    this.db = db;
    this.clearing = new AuditClearingJob(jobs, outbox, keptYears);
  }

  /** What ends lines. */
  public Job job() {
    return clearing;
  }

  /** Names the operation. */
  public void mount(Endpoints http) {
    new AuditRoutes(this).mount(http);
  }

  /** The lines of the caller's organisation that were asked for, the newest first. */
  Future<List<WrittenLine>> list(Caller caller, Asked asked) {
    return db.tx(caller.organisation(), tx -> lines.list(tx, asked));
  }
}
