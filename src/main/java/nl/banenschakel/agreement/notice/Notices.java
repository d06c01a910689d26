package nl.banenschakel.agreement.notice;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.banenschakel.agreement.AgreementService;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.JobDraft;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.relation.RelationService;

/** The area as a whole, for the wiring. */
public final class Notices {
  /** The kind of the job that looks whether the end of an agreement is near. */
  static final String LOOK = "warn-agreement-end";

  /** The id of the agreement. */
  static final String LOOKED_AT = "agreement";

  private Notices() {}

  /** A look at one, at once; of those that wait one is enough. */
  public static JobDraft look(UUID agreement) {
    return JobDraft.of(LOOK, Map.of(LOOKED_AT, agreement.toString())).once(agreement.toString());
  }

  /** Who does the jobs. */
  public static Job job(
      Jobs jobs,
      Outbox outbox,
      Norms norms,
      RelationService relations,
      AgreementService agreements,
      Clock clock) {
    return new NoticeJob(new NoticeService(jobs, outbox, norms, relations, agreements, clock));
  }
}
