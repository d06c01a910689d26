package nl.banenschakel.platform.job;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.http.Endpoints;

/** Where jobs are put, and where those that died are found again. */
public final class Jobs {
  private final Db db;
  private final JobRepository jobs = new JobRepository();

  /** Over a database. */
  public Jobs(Db db) {
    this.db = db;
  }

  /**
   * Puts a job in the queue with all else that the transaction does, for its tenant: the job is
   * there when and only when the transaction is committed.
   *
   * @return the job's id, or that of the one that waits already under the draft's key
   */
  public Future<UUID> enqueue(Tx tx, JobDraft draft) {
    return jobs.enqueue(tx, UuidCreator.getTimeOrderedEpoch(), draft);
  }

  /** Adds the operations on jobs that died. */
  public void mount(Endpoints http) {
    new DeadJobRoutes(this).mount(http);
  }

  /** Jobs of the caller's organisation that died, newest first, after a given one. */
  Future<List<DeadJob>> dead(Caller caller, Optional<UUID> after, int limit) {
    return db.tx(caller.organisation(), tx -> jobs.dead(tx, after, limit));
  }

  /** Has a job that died wait again; gives what it was. */
  Future<DeadJob> requeue(Caller caller, UUID job) {
    return db.tx(caller.organisation(), tx -> jobs.requeue(tx, job))
        .map(found -> found.orElseThrow(Failure.NotFound::new));
  }
}
