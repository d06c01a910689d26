package nl.banenschakel.reconciliation;

import java.time.Duration;
import java.util.Optional;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.intake.Consequence;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;

/** The slice as a whole, for the wiring. */
public final class Reconciliation {
  private final ReconciliationService service;

  private Reconciliation(ReconciliationService service) {
    this.service = service;
  }

  /** With the norms in force at each run's last day; each run is told in the outbox. */
  public static Reconciliation of(Db db, Norms norms, Jobs jobs, Outbox outbox) {
    return new Reconciliation(new ReconciliationService(db, norms, jobs, outbox));
  }

  /** Adds the slice's operations. */
  public void mount(Endpoints http) {
    new ReconciliationRoutes(service).mount(http);
  }

  /** Makes the runs that were put in the queue. */
  public Job job() {
    return new ReconciliationJob(service);
  }

  /**
   * A delivery changes what is to be compared.
   *
   * @param after how long after it a run is made; empty: never by itself
   */
  public Consequence consequence(Optional<Duration> after) {
    return after
        .<Consequence>map(wait -> (tx, number) -> service.enqueue(tx, number, wait))
        .orElse(Consequence.NONE);
  }

  /** What other parts of the gateway may ask of it. */
  public ReconciliationService service() {
    return service;
  }
}
