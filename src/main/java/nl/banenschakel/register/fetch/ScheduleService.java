package nl.banenschakel.register.fetch;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.job.JobDraft;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;

/**
 * Plans fetches. Whatever ends one puts the next one in the queue in its own transaction: there is
 * always one that waits or runs, and after any stop it is still there. One that fails for another
 * reason than the register is found among the jobs that died.
 */
public final class ScheduleService {
  private static final String FAILING = "nl.banenafspraak.register-fetch-failing.v1";
  private static final String FETCHED = "nl.banenafspraak.register-list-fetched.v1";

  /** After the first fault; twice as long after each next one. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private static final Duration PAUSE_MAX = Duration.ofHours(1);

  /** Where somebody has to do something first: no use in asking every hour. */
  private static final Duration PAUSE_REFUSED = Duration.ofHours(6);

  /** Faults in a row, some two hours, that nobody is told of. */
  private static final int FAULTS_UNTOLD = 7;

  private static final int DOUBLINGS_MAX = 10;

  private final Db db;
  private final Jobs jobs;
  private final Outbox outbox;
  private final Clock clock;
  private final boolean isConnected;
  private final ScheduleRepository schedules = new ScheduleRepository();

  /**
   * @param isConnected whether there is a register to ask
   */
  ScheduleService(Db db, Jobs jobs, Outbox outbox, Clock clock, boolean isConnected) {
    this.db = db;
    this.jobs = jobs;
    this.outbox = outbox;
    this.clock = clock;
    this.isConnected = isConnected;
  }

  /** Schedules of all numbers, from the one after a given one. */
  Future<List<Schedule>> list(Caller caller, Optional<UUID> after, int limit) {
    return db.tx(caller.organisation(), tx -> schedules.list(tx, after, limit));
  }

  /** One of the caller's organisation. */
  Future<Schedule> find(Caller caller, UUID number) {
    return db.tx(caller.organisation(), tx -> found(tx, number));
  }

  /**
   * Sets a schedule.
   *
   * @param tags the version that the caller has seen is among them, or {@code *} for any
   * @throws Failure.Conflict through the future when there is no register to ask
   */
  Future<Schedule> set(Caller caller, UUID number, Set<String> tags, ScheduleDraft draft) {
    requireConnector();
    var now = clock.instant();
    return db.tx(
        caller.organisation(),
        tx ->
            found(tx, number)
                .map(known -> requireSeen(known, tags))
                .compose(known -> put(tx, known, draft, now, caller.subject())));
  }

  /** Has the list fetched at once, beside the plan. */
  Future<Schedule> fetchNow(Caller caller, UUID number) {
    requireConnector();
    return db.tx(
        caller.organisation(),
        tx ->
            found(tx, number)
                .compose(
                    known -> {
                      if (!known.isActive()) {
                        throw new Failure.Conflict(
                            "SCHEDULE_NOT_ACTIVE", "Set the schedule first: it is not active.");
                      }
                      return next(tx, number, clock.instant());
                    })
                .compose(put -> found(tx, number)));
  }

  /** A mandate was put on record: what waited for one goes on. */
  Future<Void> wake(Tx tx, Loonheffingennummer number) {
    return schedules
        .idOf(tx, number)
        .compose(id -> schedules.find(tx, id.orElseThrow()))
        .compose(
            known ->
                known.filter(it -> it.isActive() && it.trouble().isPresent()).isPresent()
                    ? next(tx, known.get().number(), clock.instant())
                    : Future.succeededFuture());
  }

  /** The schedule, if it is to be fetched now. */
  Future<Optional<Schedule>> due(Tx tx, UUID number) {
    return schedules.find(tx, number).map(known -> known.filter(it -> it.isDue(clock.instant())));
  }

  /** Not now: the next one waits for its time, where there is one. */
  Future<Void> waitOn(Tx tx, UUID number) {
    return schedules
        .find(tx, number)
        .compose(
            known ->
                known.filter(Schedule::isActive).isPresent()
                    ? enqueue(tx, number, known.get().nextAt().orElseThrow().toInstant())
                    : Future.succeededFuture());
  }

  /** A list came in; it may have been set otherwise while the register was asked. */
  Future<Void> fetched(Tx tx, UUID number, UUID snapshot) {
    var now = clock.instant();
    return schedules
        .lock(tx, number)
        .compose(
            schedule -> schedules.succeeded(tx, number, now, snapshot, schedule.plannedAfter(now)))
        .compose(told -> outbox.add(tx, FETCHED, "/v1/register-snapshots/" + snapshot, Map.of()))
        .compose(told -> waitOn(tx, number));
  }

  /**
   * No list came in. Of one that was set to rest meanwhile nothing is kept.
   *
   * @param isRefusal whether somebody has to do something about it
   */
  Future<Void> failed(Tx tx, UUID number, String code, boolean isRefusal) {
    return schedules
        .lock(tx, number)
        .compose(
            schedule ->
                schedule.isActive()
                    ? failed(tx, schedule, code, isRefusal)
                    : Future.succeededFuture());
  }

  private Future<Void> failed(Tx tx, Schedule schedule, String code, boolean isRefusal) {
    var now = clock.instant();
    int failures = schedule.trouble().map(Schedule.Trouble::attempts).orElse(0) + 1;
    var pause = isRefusal ? PAUSE_REFUSED : pause(failures);
    boolean isNews =
        isRefusal
            ? schedule.trouble().filter(it -> it.code().equals(code)).isEmpty()
            : failures == FAULTS_UNTOLD + 1;
    return schedules
        .failed(tx, schedule.number(), now, code, now.plus(pause))
        .compose(kept -> isNews ? tell(tx, schedule, code) : Future.succeededFuture())
        .compose(told -> waitOn(tx, schedule.number()));
  }

  private Future<Void> tell(Tx tx, Schedule schedule, String code) {
    return outbox.add(
        tx, FAILING, "/v1/register-schedules/" + schedule.number(), Map.of("code", code));
  }

  private Future<Schedule> put(
      Tx tx, Schedule known, ScheduleDraft draft, Instant now, String changedBy) {
    return schedules
        .put(tx, known, draft, now, changedBy)
        .compose(
            isPut -> {
              if (!isPut) {
                throw new Failure.Stale();
              }
              return waitOn(tx, known.number());
            })
        .compose(waiting -> found(tx, known.number()));
  }

  private Future<Void> next(Tx tx, UUID number, Instant at) {
    return schedules.setNext(tx, number, at).compose(set -> enqueue(tx, number, at));
  }

  private Future<Void> enqueue(Tx tx, UUID number, Instant at) {
    var job = JobDraft.of(FetchJob.KIND, Map.of(FetchJob.NUMBER, number.toString()));
    return jobs.enqueue(tx, job.once(number.toString()).at(at)).mapEmpty();
  }

  private Future<Schedule> found(Tx tx, UUID number) {
    return schedules.find(tx, number).map(known -> known.orElseThrow(Failure.NotFound::new));
  }

  private void requireConnector() {
    if (!isConnected) {
      throw new Failure.Conflict(
          "REGISTER_NOT_CONNECTED",
          "This gateway has no connector to the register: its operator sets register.connector.");
    }
  }

  private static Schedule requireSeen(Schedule known, Set<String> tags) {
    if (!tags.contains(known.tag()) && !tags.contains("*")) {
      throw new Failure.Stale();
    }
    return known;
  }

  /** By chance up to a quarter shorter: who failed together does not come back together. */
  private static Duration pause(int failures) {
    var doubled = PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_MAX));
    long longest = Math.min(doubled.toMillis(), PAUSE_MAX.toMillis());
    return Duration.ofMillis(longest - ThreadLocalRandom.current().nextLong(longest / 4));
  }
}
