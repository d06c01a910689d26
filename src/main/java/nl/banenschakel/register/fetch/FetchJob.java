package nl.banenschakel.register.fetch;

import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.intake.Outcome;
import nl.banenschakel.platform.intake.Upload;
import nl.banenschakel.platform.job.Job;
import nl.banenschakel.platform.job.JobRun;
import nl.banenschakel.register.RegisterService;
import nl.banenschakel.register.connector.BridgeFailed;
import nl.banenschakel.register.connector.BridgeList;
import nl.banenschakel.register.connector.RegisterBridge;

/**
 * Fetches the list of one number, where it is due and a mandate covers it. Nothing is open in the
 * database while the register is asked. Snapshot, reconciliation, the plan for the next fetch and
 * the end of this job are one transaction. A register that is away is no failure of the job, which
 * would die of it after some attempts: it is kept with the schedule, and tried again for as long as
 * it takes.
 */
final class FetchJob implements Job {
  static final String KIND = "fetch-register-list";

  /** The id of the number: itself it may hold a BSN. */
  static final String NUMBER = "number";

  private static final String WHO = "connector";
  private static final String NO_MANDATE = "MANDATE_NOT_VALID";

  /** What no time mends. */
  private static final Set<BridgeFailed.Reason> REFUSALS =
      EnumSet.of(
          BridgeFailed.Reason.ACCESS_REFUSED,
          BridgeFailed.Reason.MANDATE_MISSING,
          BridgeFailed.Reason.NUMBER_UNKNOWN);

  private final Db db;
  private final RegisterBridge bridge;
  private final RegisterService register;
  private final ScheduleService schedules;
  private final MandateService mandates;

  FetchJob(
      Db db,
      RegisterBridge bridge,
      RegisterService register,
      ScheduleService schedules,
      MandateService mandates) {
    this.db = db;
    this.bridge = bridge;
    this.register = register;
    this.schedules = schedules;
    this.mandates = mandates;
  }

  /** A schedule that is due, and whether it may be asked. */
  private record Question(Schedule schedule, boolean isCovered) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Future<Void> run(JobRun run) {
    var number = UUID.fromString(run.payload().getOrDefault(NUMBER, ""));
    return db.tx(run.tenant(), tx -> question(tx, number))
        .compose(
            question ->
                question.isPresent()
                    ? ask(run, question.get())
                    : run.complete(tx -> schedules.waitOn(tx, number)));
  }

  private Future<Optional<Question>> question(Tx tx, UUID number) {
    return schedules
        .due(tx, number)
        .compose(
            due ->
                due.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : mandates
                        .covers(tx, due.get().loonheffingennummer(), Mandate.Coverage.LIST)
                        .map(covers -> Optional.of(new Question(due.get(), covers))));
  }

  private Future<Void> ask(JobRun run, Question question) {
    var schedule = question.schedule();
    if (!question.isCovered()) {
      return run.complete(tx -> schedules.failed(tx, schedule.number(), NO_MANDATE, true));
    }
    return bridge
        .list(schedule.loonheffingennummer())
        .compose(list -> take(run, schedule, list))
        .recover(cause -> missed(run, schedule, cause));
  }

  private Future<Void> take(JobRun run, Schedule schedule, BridgeList list) {
    var caller = new Caller(WHO, run.tenant(), Set.of(run.tenant()), Set.of());
    return register
        .takeFetched(
            caller,
            schedule.loonheffingennummer(),
            list,
            effect ->
                run.complete(
                    tx ->
                        effect
                            .apply(tx)
                            .compose(upload -> taken(tx, schedule, upload).map(upload))))
        .mapEmpty();
  }

  private Future<Void> taken(Tx tx, Schedule schedule, Upload upload) {
    return upload
        .outcome()
        .flatMap(Outcome::resource)
        .map(address -> UUID.fromString(address.substring(address.lastIndexOf('/') + 1)))
        .map(snapshot -> schedules.fetched(tx, schedule.number(), snapshot))
        .orElseGet(
            () ->
                schedules.failed(
                    tx, schedule.number(), BridgeFailed.Reason.UNREADABLE.code(), false));
  }

  /** That there is no room for the list at this moment passes, as a register that is away does. */
  private Future<Void> missed(JobRun run, Schedule schedule, Throwable cause) {
    if (cause instanceof Failure.Unavailable busy) {
      return run.complete(tx -> schedules.failed(tx, schedule.number(), busy.code(), false));
    }
    return cause instanceof BridgeFailed failed
        ? run.complete(
            tx ->
                schedules.failed(
                    tx,
                    schedule.number(),
                    failed.reason().code(),
                    REFUSALS.contains(failed.reason())))
        : Future.failedFuture(cause);
  }
}
