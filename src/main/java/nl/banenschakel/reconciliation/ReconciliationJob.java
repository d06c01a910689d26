package nl.banenschakel.reconciliation;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.JobRun;

/**
 * Makes one run: of the loonheffingennummer that an id stands for, from one tijdvak until another
 * where they are given. A run and the end of its job are one transaction.
 */
final class ReconciliationJob implements Job {
  static final String KIND = "reconcile";

  /** The id of the loonheffingennummer: itself it may hold a BSN. */
  static final String NUMBER = "number";

  private static final String FROM = "from";
  private static final String UNTIL = "until";

  private final ReconciliationService reconciliations;

  ReconciliationJob(ReconciliationService reconciliations) {
    this.reconciliations = reconciliations;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Future<Void> run(JobRun run) {
    var payload = run.payload();
    var number = UUID.fromString(payload.getOrDefault(NUMBER, ""));
    var from = Optional.ofNullable(payload.get(FROM)).map(Tijdvak::parse);
    var until = Optional.ofNullable(payload.get(UNTIL)).map(Tijdvak::parse);
    return run.completeInSnapshot(tx -> reconciliations.runUnasked(tx, number, from, until));
  }
}
