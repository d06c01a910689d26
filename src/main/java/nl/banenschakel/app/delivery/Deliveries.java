package nl.banenschakel.app.delivery;

import io.vertx.core.WorkerExecutor;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.intake.IntakeSettings;
import nl.banenschakel.platform.intake.Intakes;
import nl.banenschakel.platform.intake.UploadClearingJob;
import nl.banenschakel.platform.intake.UploadService;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.platform.vault.Vault;

/** Files of every kind, and what takes away what was kept of them long enough. */
public record Deliveries(UploadService service, Job clearing) {
  /** Of the slices that take files. */
  public static Deliveries of(
      Db db,
      Vault vault,
      Norms norms,
      WorkerExecutor workers,
      Jobs jobs,
      Outbox outbox,
      IntakeSettings settings,
      Intakes intakes) {
    var years = norms.current(NormName.UPLOAD_RESULT_YEARS);
    return new Deliveries(
        new UploadService(db, intakes, jobs, vault, workers),
        new UploadClearingJob(jobs, intakes, outbox, settings, years));
  }
}
