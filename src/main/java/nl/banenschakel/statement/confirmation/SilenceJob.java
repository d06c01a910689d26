package nl.banenschakel.statement.confirmation;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.JobDraft;
import nl.banenschakel.platform.job.JobRun;
import nl.banenschakel.platform.job.Jobs;

/** Has silence heard when the term of a statement is over. */
final class SilenceJob implements Job {
  private static final String KIND = "statement-silence";
  private static final String STATEMENT = "statement";

  private final ConfirmationService confirmations;
  private final Jobs jobs;
  private final Clock clock;

  SilenceJob(ConfirmationService confirmations, Jobs jobs, Clock clock) {
    this.confirmations = confirmations;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Of a statement, when its term is over. */
  static JobDraft of(UUID statement, Instant due) {
    return JobDraft.of(KIND, Map.of(STATEMENT, statement.toString()))
        .at(due)
        .once(statement.toString());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Future<Void> run(JobRun run) {
    var statement = UUID.fromString(run.payload().getOrDefault(STATEMENT, ""));
    return run.complete(tx -> hear(tx, statement));
  }

  /** The queue goes by the time of the database, the term by that of the gateway: it may wait. */
  private Future<Void> hear(Tx tx, UUID statement) {
    return confirmations
        .silence(tx, statement)
        .compose(
            answers -> {
              var due = answers.flatMap(it -> it.term()).map(it -> it.due());
              var now = clock.instant();
              return due.filter(now::isBefore).isEmpty()
                  ? Future.succeededFuture()
                  : jobs.enqueue(
                          tx, of(statement, Instant.now().plus(Duration.between(now, due.get()))))
                      .mapEmpty();
            });
  }
}
