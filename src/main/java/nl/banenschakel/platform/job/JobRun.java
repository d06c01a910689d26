package nl.banenschakel.platform.job;

import io.vertx.core.Future;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;

/** One attempt at one job. */
public final class JobRun {
  private final Db db;
  private final JobRepository jobs;
  private final JobRepository.Claimed claimed;
  private final Map<String, String> payload;
  private volatile boolean holding;
  private volatile boolean completed;

  JobRun(Db db, JobRepository jobs, JobRepository.Claimed claimed, Map<String, String> payload) {
    this.db = db;
    this.jobs = jobs;
    this.claimed = claimed;
    this.payload = payload;
  }

  /** The job's id. */
  public UUID id() {
    return claimed.id();
  }

  /** The organisation that the job was enqueued for: all it does is done as this one. */
  public UUID tenant() {
    return claimed.tenant();
  }

  /** Which attempt this is, from 1. */
  public int attempt() {
    return claimed.attempt();
  }

  /** What the job is about, as it was enqueued. */
  public Map<String, String> payload() {
    return payload;
  }

  /**
   * Does the job's last work and completes it, in one transaction of its tenant: both or neither,
   * and neither when somebody else took the job over. The job is locked first, so that nobody can
   * while the work is done.
   *
   * @param effect nothing but SQL: it may run twice
   */
  public <T> Future<T> complete(Function<Tx, Future<T>> effect) {
    return holding(() -> db.tx(tenant(), tx -> completing(tx, effect)));
  }

  /** As {@link #complete}, and every statement sees the same moment. */
  public <T> Future<T> completeInSnapshot(Function<Tx, Future<T>> effect) {
    return holding(() -> db.snapshot(tenant(), tx -> completing(tx, effect)));
  }

  /** Whether a transaction has the job locked: then a sign of life is not needed and would wait. */
  boolean isHolding() {
    return holding;
  }

  boolean isCompleted() {
    return completed;
  }

  private <T> Future<T> holding(Supplier<Future<T>> work) {
    holding = true;
    return work.get().onSuccess(done -> completed = true).onComplete(ended -> holding = false);
  }

  private <T> Future<T> completing(Tx tx, Function<Tx, Future<T>> effect) {
    return jobs.hold(tx, claimed)
        .compose(held -> effect.apply(tx))
        .compose(result -> jobs.complete(tx, claimed).map(result));
  }
}
