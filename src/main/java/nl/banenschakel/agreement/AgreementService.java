package nl.banenschakel.agreement;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.agreement.Agreement.InForce;
import nl.banenschakel.agreement.content.Words;
import nl.banenschakel.agreement.notice.Notices;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.relation.RelationService;

/** Proposes versions of agreements, accepts, declines and ends; tells what holds on a day. */
public final class AgreementService {
  /** Agreements that one organisation begins in a relation at most, drafts included. */
  static final int AGREEMENTS_MAX = 200;

  /** Versions of one agreement that one organisation proposes at most. */
  static final int VERSIONS_MAX = 100;

  /** Versions that are looked at in a relation at most: the latest. */
  public static final int IN_FORCE_MAX = 1_000;

  private static final String CHANGED = "nl.banenafspraak.agreement-changed.v1";

  private final Db db;
  private final Jobs jobs;
  private final Outbox outbox;
  private final RelationService relations;
  private final Clock clock;
  private final AgreementRepository agreements = new AgreementRepository();

  AgreementService(Db db, Jobs jobs, Outbox outbox, RelationService relations, Clock clock) {
    this.db = db;
    this.jobs = jobs;
    this.outbox = outbox;
    this.relations = relations;
    this.clock = clock;
  }

  /** One that the caller's organisation sees. */
  public Future<Agreement> find(Caller caller, UUID id) {
    return db.snapshot(caller.organisation(), tx -> existing(tx, id));
  }

  /** All that it sees in a relation, the newest first, from the one after a given one. */
  Future<List<Agreement>> list(Caller caller, UUID relation, Optional<UUID> after, int limit) {
    return db.snapshot(
        caller.organisation(),
        tx ->
            relations
                .existing(tx, relation)
                .compose(there -> agreements.list(tx, relation, after, limit)));
  }

  /** A version of one with what it says. */
  Future<AgreementVersion> version(Caller caller, UUID id, int number) {
    return db.snapshot(
        caller.organisation(), tx -> existing(tx, id).compose(it -> version(tx, it, number)));
  }

  /**
   * Accepts what waits for it. To accept the same again changes nothing.
   *
   * @param hash of what the caller read
   * @throws Failure.Conflict through the future when something else waits, or nothing, or it is the
   *     organisation's own
   */
  Future<Agreement> accept(Caller caller, UUID id, String hash) {
    return db.tx(
        caller.organisation(),
        tx ->
            existing(tx, id)
                .compose(
                    agreement ->
                        agreement.lastAccepted(caller.organisation(), hash)
                            ? Future.succeededFuture(agreement)
                            : accept(tx, agreement, caller, hash)));
  }

  /**
   * Takes what waits off the table: the one that proposed it, or the other one.
   *
   * @throws Failure.Conflict through the future when nothing waits
   */
  Future<Agreement> decline(Caller caller, UUID id, String reason) {
    return db.tx(
        caller.organisation(),
        tx ->
            existing(tx, id)
                .compose(it -> take(tx, it, AgreementStep.decline(it, reason, caller))));
  }

  /**
   * Gives one a last day.
   *
   * @throws Failure.Conflict through the future when nothing was accepted
   */
  Future<Agreement> end(Caller caller, UUID id, EndDraft draft) {
    var today = Netherlands.today(clock);
    return db.tx(
        caller.organisation(),
        tx ->
            existing(tx, id)
                .compose(it -> take(tx, it, AgreementStep.end(it, draft, today, caller))));
  }

  /**
   * One that the tenant sees.
   *
   * @return fails with {@link Failure.NotFound} where there is none
   */
  public Future<Agreement> existing(Tx tx, UUID id) {
    return agreements.find(tx, id).map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  /**
   * What a version of one says.
   *
   * @return fails with {@link Failure.NotFound} where there is none
   */
  public Future<AgreementVersion> version(Tx tx, Agreement agreement, int number) {
    return agreements
        .version(tx, agreement, number)
        .map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  /**
   * What is in force in a relation on any of some days, the earliest first: one version a day where
   * all is well. Nothing is said of days on which the relation does not run.
   *
   * @param first of the days
   * @param last of them, inclusive; empty: there is no last one
   * @return at most {@value #IN_FORCE_MAX}, the latest of them
   */
  public Future<List<InForce>> inForce(
      Tx tx, UUID relation, LocalDate first, Optional<LocalDate> last) {
    return agreements.inForce(tx, relation, first, last, IN_FORCE_MAX);
  }

  /** Begins one that nobody else sees yet. */
  public Future<Void> begin(Tx tx, UUID id, UUID relation, Caller caller) {
    return agreements
        .count(tx, relation)
        .compose(
            there ->
                there < AGREEMENTS_MAX
                    ? agreements.begin(tx, id, relation, caller.subject())
                    : Future.failedFuture(
                        full("begins %d agreements in a relation", AGREEMENTS_MAX)));
  }

  /**
   * Puts what a draft says on the table, as the next version.
   *
   * @param revision of the draft
   * @return fails with {@link Failure.Conflict} when that may not be done now
   */
  public Future<Agreement> propose(
      Tx tx, Agreement agreement, Content content, int revision, Caller caller) {
    int number = agreement.versions().size() + 1;
    // Those of the other one do not count: it could use them up.
    long own =
        agreement.versions().stream().filter(it -> it.proposer().equals(tx.tenant())).count();
    if (own >= VERSIONS_MAX) {
      return Future.failedFuture(full("proposes %d versions of an agreement", VERSIONS_MAX));
    }
    return requireRelation(tx, agreement, content.validFrom())
        .map(runs -> AgreementDocument.of(agreement, number, content))
        .compose(document -> propose(tx, agreement, document, revision, caller));
  }

  private Future<Agreement> propose(
      Tx tx, Agreement agreement, AgreementDocument document, int revision, Caller caller) {
    var step = AgreementStep.propose(agreement, document, caller);
    var other = agreement.otherThan(tx.tenant()).orElseThrow();
    return agreements
        .show(tx, agreement.id(), other)
        .compose(
            shown ->
                agreements.propose(tx, agreement.id(), other, revision, document, caller.subject()))
        .compose(AgreementService::requireAlone)
        .compose(added -> take(tx, agreement, step));
  }

  private Future<Agreement> accept(Tx tx, Agreement agreement, Caller caller, String hash) {
    var step = AgreementStep.accept(agreement, hash, caller);
    return requireRelation(tx, agreement, agreement.proposal().orElseThrow().validFrom())
        .compose(runs -> take(tx, agreement, step));
  }

  private Future<Agreement> take(Tx tx, Agreement agreement, AgreementStep step) {
    var other = agreement.otherThan(tx.tenant()).orElseThrow();
    return agreements
        .take(tx, agreement.id(), other, agreement.steps().size() + 1, step)
        .compose(AgreementService::requireAlone)
        .compose(taken -> tell(tx, agreement, step))
        .compose(told -> jobs.enqueue(tx, Notices.look(agreement.id())))
        .compose(looking -> existing(tx, agreement.id()));
  }

  private Future<Void> tell(Tx tx, Agreement agreement, AgreementStep step) {
    var data =
        Map.of("state", Words.text(step.state()), "version", Integer.toString(step.version()));
    return outbox.addForBoth(
        tx,
        agreement.otherThan(tx.tenant()),
        CHANGED,
        AgreementRoutes.address(agreement.id()),
        data);
  }

  private Future<Relation> requireRelation(Tx tx, Agreement agreement, LocalDate firstDay) {
    return relations
        .existing(tx, agreement.relation())
        .map(
            relation -> {
              if (!relation.runsOn(firstDay)) {
                throw new Failure.Conflict(
                    "AGREEMENT_RELATION",
                    "The relation does not run on the first day: the other one has not accepted"
                        + " it, or it has ended.");
              }
              return relation;
            });
  }

  private static Future<Void> requireAlone(boolean done) {
    return done ? Future.succeededFuture() : Future.failedFuture(new Failure.Stale());
  }

  private static Failure.Conflict full(String what, int most) {
    return new Failure.Conflict(
        "AGREEMENT_FULL", "One organisation %s at most.".formatted(what.formatted(most)));
  }
}
