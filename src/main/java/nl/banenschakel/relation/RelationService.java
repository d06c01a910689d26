package nl.banenschakel.relation;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.outbox.Outbox;

/** Begins relations, ends them, and tells which ones run. */
public final class RelationService {
  private static final String CHANGED = "nl.banenafspraak.relation-changed.v1";

  private final Db db;
  private final Outbox outbox;
  private final OrganisationService organisations;
  private final Clock clock;
  private final RelationRepository relations = new RelationRepository();

  RelationService(Db db, Outbox outbox, OrganisationService organisations, Clock clock) {
    this.db = db;
    this.outbox = outbox;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** Begins one, which nobody else is in yet. */
  Future<Relation> begin(Caller caller, RelationDraft draft) {
    var id = UuidCreator.getTimeOrderedEpoch();
    var first = RelationStep.of(RelationState.Step.BEGIN, caller);
    return db.tx(
        caller.organisation(),
        tx ->
            organisations
                .own(tx)
                .compose(own -> relations.begin(tx, id, draft, own.name()))
                .compose(
                    begun ->
                        relations.take(tx, id, 1, Optional.empty(), RelationState.INVITING, first))
                .compose(taken -> existing(tx, id)));
  }

  /** One that the caller's organisation is in. */
  Future<Relation> find(Caller caller, UUID id) {
    return db.tx(caller.organisation(), tx -> existing(tx, id));
  }

  /** All that the caller's organisation is in, the newest first, from the one after a given one. */
  Future<List<Relation>> list(Caller caller, Optional<UUID> after, int limit) {
    return db.tx(caller.organisation(), tx -> relations.list(tx, after, limit));
  }

  /**
   * Calls one off that nobody accepted.
   *
   * @throws Failure.Conflict through the future when it is not that far, or further
   */
  Future<Relation> withdraw(Caller caller, UUID id) {
    var step = RelationStep.of(RelationState.Step.WITHDRAW, caller);
    return db.tx(
        caller.organisation(),
        tx -> existing(tx, id).compose(relation -> take(tx, relation, step)));
  }

  /**
   * Gives one a last day, today or later, or moves the one it has. Only who gave it puts it off:
   * the other one would undo that it was ended.
   *
   * @throws Failure.Conflict through the future when it does not run, or is over
   */
  Future<Relation> end(Caller caller, UUID id, EndDraft draft) {
    var today = Netherlands.today(clock);
    return db.tx(
        caller.organisation(),
        tx ->
            existing(tx, id)
                .map(relation -> requireLastDay(relation, draft, today, caller))
                .compose(relation -> take(tx, relation, RelationStep.end(draft, caller))));
  }

  /** Records that the lender of one is admitted: either may, the newest record holds. */
  Future<Relation> record(Caller caller, UUID id, AdmissionDraft draft) {
    var today = Netherlands.today(clock);
    return db.tx(
        caller.organisation(),
        tx ->
            existing(tx, id)
                .map(relation -> lending(relation, today))
                .compose(
                    relation ->
                        relations.record(
                            tx,
                            id,
                            relation.otherThan(caller.organisation()).orElseThrow(),
                            draft,
                            caller))
                .compose(RelationService::requireAlone)
                .compose(recorded -> existing(tx, id))
                .compose(relation -> told(tx, relation)));
  }

  /**
   * The relation stands before whatever the tenant is told of the other one's people: where it does
   * not run, there is nobody.
   *
   * @return fails with {@link Failure.NotFound} where it does not run on the day, or is none of the
   *     tenant's
   */
  public Future<Relation> running(Tx tx, UUID id, LocalDate day) {
    return existing(tx, id)
        .map(
            relation -> {
              if (!relation.runsOn(day)) {
                throw new Failure.NotFound();
              }
              return relation;
            });
  }

  /**
   * One that the tenant is in, as it stands.
   *
   * @return fails with {@link Failure.NotFound} where there is none
   */
  public Future<Relation> existing(Tx tx, UUID id) {
    return relations.find(tx, id).map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  /**
   * Brings another organisation in, in the transaction of the one that invited it.
   *
   * @return fails with {@link Failure.Conflict} when it is in itself, or another one came in
   */
  public Future<Relation> accept(Tx tx, UUID id, Caller caller, String name) {
    var other = new Relation.Side(Optional.of(caller.organisation()), name);
    if (caller.organisation().equals(tx.tenant())) {
      return Future.failedFuture(
          new Failure.Conflict(
              "RELATION_WITH_ITSELF",
              "This organisation gave the invitation itself: have the other one accept it."));
    }
    return existing(tx, id)
        .compose(
            relation ->
                relations
                    .comeIn(tx, id, other)
                    .compose(in -> existing(tx, id))
                    .compose(
                        with ->
                            take(tx, with, RelationStep.of(RelationState.Step.ACCEPT, caller))));
  }

  private Future<Relation> take(Tx tx, Relation relation, RelationStep step) {
    var next = relation.state().after(step.step()).orElseThrow(() -> unfit(relation));
    var nth = relation.steps().size() + 1;
    return relations
        .take(tx, relation.id(), nth, relation.otherThan(tx.tenant()), next, step)
        .compose(RelationService::requireAlone)
        .compose(taken -> existing(tx, relation.id()))
        .compose(taken -> told(tx, taken));
  }

  private Future<Relation> told(Tx tx, Relation relation) {
    var data = Map.of("state", relation.state().text());
    return outbox
        .addForBoth(
            tx,
            relation.otherThan(tx.tenant()),
            CHANGED,
            RelationRoutes.address(relation.id()),
            data)
        .map(relation);
  }

  private static Future<Void> requireAlone(boolean done) {
    return done ? Future.succeededFuture() : Future.failedFuture(new Failure.Stale());
  }

  /** What the other one has read of days until today is not hidden from it by an earlier end. */
  private static Relation requireLastDay(
      Relation relation, EndDraft draft, LocalDate today, Caller caller) {
    if (!relation.lastsUntil(today)) {
      throw unfit(relation);
    }
    if (draft.lastDay().isBefore(today) || draft.lastDay().isBefore(relation.firstDay())) {
      throw new Failure.Invalid(
          List.of(
              new Violation(
                  "/lastDay",
                  "LAST_DAY_UNFIT",
                  "Expected today or later, and not before the first day of the relation.")));
    }
    if (relation.lastDay().filter(draft.lastDay()::isAfter).isPresent()
        && !relation.latest().actor().equals(caller.organisation())) {
      throw new Failure.Conflict(
          "RELATION_STEP",
          "The other one gave the relation its last day: have that one put it off.");
    }
    return relation;
  }

  private static Failure.Conflict unfit(Relation relation) {
    return new Failure.Conflict(
        "RELATION_STEP",
        "That cannot be done with a relation that is %s.".formatted(relation.state().text()));
  }

  private static Relation lending(Relation relation, LocalDate today) {
    if (!relation.kind().isHireIn() || !relation.lastsUntil(today)) {
      throw new Failure.Conflict(
          "ADMISSION_NOT_ASKED", "Admission is recorded of a lender in a relation that runs.");
    }
    return relation;
  }
}
