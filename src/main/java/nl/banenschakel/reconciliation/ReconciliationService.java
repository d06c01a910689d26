package nl.banenschakel.reconciliation;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Held;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.db.known.KnownReads;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.job.JobDraft;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;

/** Makes runs: one transaction that sees one state of everything it compares. */
public final class ReconciliationService {
  /** Who began a run that nobody asked for. */
  static final String ITSELF = "banenschakel";

  private static final String RECONCILED = "nl.banenafspraak.wage-tax-number-reconciled.v1";

  private final Db db;
  private final Norms norms;
  private final Jobs jobs;
  private final Outbox outbox;
  private final ReconciliationRepository runs = new ReconciliationRepository();

  ReconciliationService(Db db, Norms norms, Jobs jobs, Outbox outbox) {
    this.db = db;
    this.norms = norms;
    this.jobs = jobs;
    this.outbox = outbox;
  }

  /**
   * Compares register, contracts and wage returns of one loonheffingennummer.
   *
   * @throws Failure.Invalid through the future when the number is not the organisation's own
   * @throws Failure.Conflict through the future when there is no return to compare with
   */
  public Future<Run> start(Caller caller, RunDraft draft) {
    return KnownReads.snapshot(
        db, caller.organisation(), draft.asOf(), tx -> asked(tx, caller, draft));
  }

  /**
   * The same without leaving anything: the run is undone when what was read of it is released.
   *
   * @param read is given the transaction and the run in it
   */
  public <T> Future<Held<T>> rehearse(
      Caller caller, RunDraft draft, BiFunction<Tx, UUID, Future<T>> read) {
    return KnownReads.settled(db, caller.organisation(), draft.asOf())
        .compose(
            settled ->
                db.holdRehearsal(
                    caller.organisation(),
                    tx -> asked(tx, caller, draft).compose(run -> read.apply(tx, run.id()))));
  }

  private Future<Run> asked(Tx tx, Caller caller, RunDraft draft) {
    return requireOwn(tx, draft)
        .compose(own -> run(tx, draft, caller.subject(), returned -> Span.of(draft, returned)));
  }

  /**
   * Has all of one loonheffingennummer compared once the transaction is committed and a while has
   * passed; whatever asks for it until then gets the same run. The number must be the tenant's own.
   */
  public Future<Void> enqueue(Tx tx, Loonheffingennummer number, Duration after) {
    return runs.idOf(tx, number)
        .map(UUID::toString)
        .map(
            id ->
                JobDraft.of(ReconciliationJob.KIND, Map.of(ReconciliationJob.NUMBER, id)).once(id))
        .compose(job -> jobs.enqueue(tx, job.at(Instant.now().plus(after))))
        .mapEmpty();
  }

  /**
   * Compares while nobody waits, in a transaction that sees one state of everything. Without a
   * return there is nothing to compare yet: no run, and no failure.
   */
  Future<Void> runUnasked(Tx tx, UUID number, Optional<Tijdvak> from, Optional<Tijdvak> until) {
    return runs.numberOf(tx, number)
        .map(text -> new RunDraft(text, from, until, KnownAt.NOW))
        .compose(draft -> run(tx, draft, ITSELF, returned -> Span.latest(draft, returned)))
        .<Void>mapEmpty()
        .recover(
            cause ->
                cause instanceof Failure.Conflict conflict
                        && conflict.code().equals(Span.NOTHING_RETURNED)
                    ? Future.succeededFuture()
                    : Future.failedFuture(cause));
  }

  /** One run of the caller's organisation. */
  public Future<Run> find(Caller caller, UUID id) {
    return db.tx(caller.organisation(), tx -> runs.find(tx, id))
        .map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  /** Runs, newest first, from the one after a given one. */
  public Future<List<Run>> list(Caller caller, Optional<UUID> after, int limit) {
    return db.tx(caller.organisation(), tx -> runs.list(tx, after, limit));
  }

  private Future<Run> run(
      Tx tx, RunDraft draft, String startedBy, Function<List<Span.Returned>, Span> spanOf) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return runs.returned(tx, draft)
        .map(spanOf)
        .compose(span -> runs.begin(tx, id, draft, span, Rules.at(norms, span.until()), startedBy))
        .compose(begun -> runs.runSteps(tx, id))
        .compose(filled -> runs.find(tx, id))
        .map(Optional::orElseThrow)
        .compose(run -> outbox.add(tx, RECONCILED, address(run), facts(run)).map(run));
  }

  private static String address(Run run) {
    return "/v1/reconciliations/" + run.id();
  }

  private static Map<String, String> facts(Run run) {
    return Map.of("from", run.from().toString(), "until", run.until().toString());
  }

  private Future<Void> requireOwn(Tx tx, RunDraft draft) {
    return runs.owns(tx, draft.number())
        .compose(owns -> owns ? Future.succeededFuture() : Future.failedFuture(notYours()));
  }

  private static Failure notYours() {
    return new Failure.Invalid(
        List.of(
            new Violation(
                "/loonheffingennummer",
                "LOONHEFFINGENNUMMER_NOT_YOURS",
                "This loonheffingennummer is not one of this organisation's.")));
  }
}
