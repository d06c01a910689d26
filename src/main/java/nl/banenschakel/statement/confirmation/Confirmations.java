package nl.banenschakel.statement.confirmation;

import java.time.Clock;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.platform.vault.Signatures;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.statement.Arrival;
import nl.banenschakel.statement.confirmation.act.Chain;

/** The area as a whole, for the wiring. */
public final class Confirmations {
  private final ConfirmationService service;
  private final Arrival arrival;
  private final Job job;

  private Confirmations(ConfirmationService service, Arrival arrival, Job job) {
    this.service = service;
    this.arrival = arrival;
    this.job = job;
  }

  /** Over a database. */
  public static Confirmations of(
      Db db, Vault vault, Jobs jobs, Outbox outbox, Norms norms, Clock clock) {
    var service = new ConfirmationService(db, outbox, new Chain(new Signatures(vault)), clock);
    return new Confirmations(
        service, new TermService(norms, jobs), new SilenceJob(service, jobs, clock));
  }

  /** Adds the operations. */
  public void mount(Endpoints http) {
    new ConfirmationRoutes(service).mount(http);
  }

  /** What follows from a statement. */
  public Arrival arrival() {
    return arrival;
  }

  /** Who does its jobs. */
  public Job job() {
    return job;
  }
}
