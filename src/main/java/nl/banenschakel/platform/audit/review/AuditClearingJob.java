package nl.banenschakel.platform.audit.review;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.JobDraft;
import nl.banenschakel.platform.job.JobRun;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;

/**
 * Takes away the lines of an organisation that are past their time, and tells how many those were.
 * One such job waits for each organisation from its beginning, until its oldest line is due.
 */
public final class AuditClearingJob implements Job {
  private static final String KIND = "clear-audit";
  private static final String EVENT = "nl.banenafspraak.audit-lines-removed.v1";

  /** Lines of one transaction; the next one follows at once. */
  private static final int LINES_MAX = 10_000;

  private static final Duration SOONEST = Duration.ofDays(1);

  /** A norm may change while it waits. */
  private static final Duration LATEST = Duration.ofDays(30);

  private final Jobs jobs;
  private final Outbox outbox;
  private final IntSupplier keptYears;
  private final AuditReviewRepository lines = new AuditReviewRepository();

  /**
   * @param keptYears how long lines are kept, by the norm of the day; the database keeps each for a
   *     year whatever this says
   */
  AuditClearingJob(Jobs jobs, Outbox outbox, IntSupplier keptYears) {
    this.jobs = jobs;
    this.outbox = outbox;
    this.keptYears = keptYears;
  }

  /** With the transaction that makes an organisation. */
  public static Future<Void> begin(Jobs jobs, Tx tx) {
    return enqueue(jobs, tx, now().plus(SOONEST));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Future<Void> run(JobRun run) {
    return run.complete(this::clear);
  }

  private Future<Void> clear(Tx tx) {
    int years = keptYears.getAsInt();
    return lines
        .remove(tx, now().minusYears(years), LINES_MAX)
        .compose(removed -> removed == 0 ? Future.succeededFuture() : tell(tx, removed))
        .compose(told -> lines.oldest(tx))
        .compose(oldest -> enqueue(jobs, tx, next(oldest, years)));
  }

  private Future<Void> tell(Tx tx, int removed) {
    return outbox.add(tx, EVENT, "/v1/audit-lines", Map.of("lines", Integer.toString(removed)));
  }

  /** When the oldest line is due; one that is due already did not fit in this transaction. */
  private static OffsetDateTime next(Optional<OffsetDateTime> oldest, int years) {
    var now = now();
    var due = oldest.orElse(now).plusYears(years);
    if (due.isBefore(now)) {
      return now;
    }
    var soonest = now.plus(SOONEST);
    var latest = now.plus(LATEST);
    return due.isBefore(soonest) ? soonest : due.isAfter(latest) ? latest : due;
  }

  private static Future<Void> enqueue(Jobs jobs, Tx tx, OffsetDateTime due) {
    return jobs.enqueue(tx, JobDraft.of(KIND, Map.of()).at(due.toInstant()).once(KIND)).mapEmpty();
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }
}
