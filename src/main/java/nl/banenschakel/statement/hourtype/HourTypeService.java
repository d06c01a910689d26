package nl.banenschakel.statement.hourtype;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.job.JobDraft;
import nl.banenschakel.platform.job.Jobs;

/**
 * Judges lines by the operator's table, once for good. Those of a type that the table does not have
 * wait: it is read at each start, so within an hour after the start with a type added they are
 * judged anew.
 */
public final class HourTypeService {
  static final String JUDGE = "judge-hour-types";

  /** How many types are told of at once. */
  static final int UNMAPPED_MAX = 1_000;

  private static final int LINES_PER_JOB_MAX = 5_000;
  private static final Duration NEXT_LOOK = Duration.ofHours(1);

  private final Db db;
  private final Jobs jobs;
  private final HourTypes types;
  private final VerdictRepository verdicts = new VerdictRepository();

  HourTypeService(Db db, Jobs jobs, HourTypes types) {
    this.db = db;
    this.jobs = jobs;
    this.types = types;
  }

  /** Whether hours of a type count, by their first day. */
  public Verdict verdict(String type, LocalDate firstDay) {
    return types.verdict(type, firstDay);
  }

  /**
   * Keeps what the lines of a new statement were judged, in their order.
   *
   * @param receiver who reads them beside the sender
   */
  public Future<Void> keep(
      Tx tx, UUID statement, Optional<UUID> receiver, List<Verdict> judgements) {
    return verdicts
        .add(tx, statement, receiver, judgements)
        .compose(
            added ->
                judgements.contains(Verdict.TO_MAP)
                    ? look(tx, NEXT_LOOK)
                    : Future.succeededFuture());
  }

  /** Types of the caller's own statements that nobody has said of whether they count. */
  Future<List<UnmappedType>> unmapped(Caller caller) {
    return db.tx(caller.organisation(), tx -> verdicts.unmapped(tx, UNMAPPED_MAX));
  }

  /** Judges lines that wait, as many as one job may, and looks again as long as some do. */
  Future<Void> judgeAnew(Tx tx) {
    return verdicts
        .judgeAnew(tx, types.all(), LINES_PER_JOB_MAX)
        .compose(
            judged ->
                judged.size() == LINES_PER_JOB_MAX ? look(tx, Duration.ZERO) : lookIfSomeWait(tx));
  }

  private Future<Void> lookIfSomeWait(Tx tx) {
    return verdicts
        .unmapped(tx, 1)
        .compose(some -> some.isEmpty() ? Future.succeededFuture() : look(tx, NEXT_LOOK));
  }

  private Future<Void> look(Tx tx, Duration after) {
    var draft = JobDraft.of(JUDGE, Map.of()).at(Instant.now().plus(after)).once(JUDGE);
    return jobs.enqueue(tx, draft).mapEmpty();
  }
}
