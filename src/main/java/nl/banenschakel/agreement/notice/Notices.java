package nl.banenschakel.agreement.notice;

import java.time.Clock;
import nl.banenschakel.agreement.AgreementService;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.relation.RelationService;

/** The area as a whole, for the wiring. */
public final class Notices {
  private Notices() {}

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
