package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.intake.mistake.KeptFiles;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.JobDraft;
import nl.banenschakel.platform.job.JobRun;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;

/**
 * Ends uploads of which nothing more comes, and takes away those that were kept long enough. Of an
 * organisation that has uploads one such job waits at any time, for the moment when there is next
 * something to do.
 */
public final class UploadClearingJob implements Job {
  private static final String KIND = "clear-uploads";
  private static final String EVENT = "nl.banenafspraak.uploads-removed.v1";

  /** After something began or ended. */
  private static final Duration FIRST_LOOK = Duration.ofDays(1);

  private final Jobs jobs;
  private final Intakes intakes;
  private final Outbox outbox;
  private final IntakeSettings settings;
  private final IntSupplier lawfulYears;
  private final UploadRepository uploads = new UploadRepository();

  /**
   * Purges with what the slices know, and tells of what it removed.
   *
   * @param lawfulYears how long what came of a delivery is kept by the law of the day, unless the
   *     settings say otherwise
   */
  public UploadClearingJob(
      Jobs jobs, Intakes intakes, Outbox outbox, IntakeSettings settings, IntSupplier lawfulYears) {
    this.jobs = jobs;
    this.intakes = intakes;
    this.outbox = outbox;
    this.settings = settings;
    this.lawfulYears = lawfulYears;
  }

  /** Something began or ended: within a day the job looks when there is something to do. */
  static Future<Void> schedule(Jobs jobs, Tx tx) {
    return enqueue(jobs, tx, Instant.now().plus(FIRST_LOOK));
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
    int days = settings.resultDays().orElseGet(this::lawfulDays);
    int rowDays = settings.rowDays().orElse(days);
    return uploads
        .endAbandoned(tx, Optional.empty())
        .compose(ended -> Future.all(ended.stream().map(it -> purge(tx, it)).toList()))
        .compose(purged -> KeptFiles.remove(tx, rowDays))
        .compose(files -> uploads.removeResults(tx, days).compose(it -> tell(tx, it, files)))
        .compose(told -> uploads.nextDue(tx, days, rowDays))
        .compose(
            next ->
                next.isEmpty()
                    ? Future.succeededFuture()
                    : enqueue(jobs, tx, next.get().toInstant()));
  }

  private int lawfulDays() {
    var today = LocalDate.now(ZoneOffset.UTC);
    return (int) ChronoUnit.DAYS.between(today.minusYears(lawfulYears.getAsInt()), today);
  }

  private Future<Void> purge(Tx tx, UploadRepository.Abandoned it) {
    return intakes
        .purge(tx, it.kind(), it.id())
        .compose(purged -> uploads.endReceiving(tx, it.id()));
  }

  private Future<Void> tell(Tx tx, int results, int files) {
    if (results + files == 0) {
      return Future.succeededFuture();
    }
    var data = Map.of("uploads", Integer.toString(results), "files", Integer.toString(files));
    return outbox.add(tx, EVENT, "/v1/uploads", data);
  }

  private static Future<Void> enqueue(Jobs jobs, Tx tx, Instant due) {
    return jobs.enqueue(tx, JobDraft.of(KIND, Map.of()).at(due).once(KIND)).mapEmpty();
  }
}
