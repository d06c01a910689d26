package nl.banenschakel.reconciliation;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/** Makes runs: one transaction that sees one state of everything it compares. */
public final class ReconciliationService {
  private final Db db;
  private final Norms norms;
  private final ReconciliationRepository runs = new ReconciliationRepository();

  ReconciliationService(Db db, Norms norms) {
    this.db = db;
    this.norms = norms;
  }

  /**
   * Compares register, contracts and wage returns of one loonheffingennummer.
   *
   * @throws Failure.Invalid through the future when the number is not the organisation's own
   * @throws Failure.Conflict through the future when there is no return to compare with
   */
  public Future<Run> start(Caller caller, RunDraft draft) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return db.snapshot(
        caller.organisation(),
        tx ->
            requireOwn(tx, draft)
                .compose(own -> runs.returned(tx, draft.number()))
                .map(returned -> Span.of(draft, returned))
                .compose(span -> run(tx, id, caller, draft, span)));
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

  private Future<Run> run(Tx tx, UUID id, Caller caller, RunDraft draft, Span span) {
    var rules = Rules.at(norms, span.until());
    return runs.begin(tx, id, draft, span, rules, caller.subject())
        .compose(begun -> runs.runSteps(tx, id))
        .compose(filled -> runs.find(tx, id))
        .map(Optional::orElseThrow);
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
