package nl.banenschakel.agreement.draft;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.banenschakel.agreement.Agreement;
import nl.banenschakel.agreement.AgreementService;
import nl.banenschakel.agreement.AgreementState;
import nl.banenschakel.agreement.Content;
import nl.banenschakel.agreement.content.Setting;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.relation.RelationService;
import nl.banenschakel.relation.RelationState;

/** Keeps drafts, and puts one on the table. */
public final class DraftService {
  /** Revisions of one agreement's drafts that one organisation writes at most. */
  private static final int REVISIONS_MAX = 1_000;

  private final Db db;
  private final RelationService relations;
  private final AgreementService agreements;
  private final Norms norms;
  private final Clock clock;
  private final DraftRepository drafts = new DraftRepository();

  /** Over a database. */
  public DraftService(
      Db db, RelationService relations, AgreementService agreements, Norms norms, Clock clock) {
    this.db = db;
    this.relations = relations;
    this.agreements = agreements;
    this.norms = norms;
    this.clock = clock;
  }

  /**
   * Begins an agreement.
   *
   * @param read makes of a setting what was sent, or fails with {@link Failure.Invalid}
   */
  Future<Draft> begin(Caller caller, UUID relation, Function<Setting, Content> read) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return db.tx(
        caller.organisation(),
        tx ->
            setting(tx, relation)
                .map(read)
                .compose(
                    content ->
                        agreements
                            .begin(tx, id, relation, caller)
                            .compose(begun -> drafts.put(tx, id, 1, content, caller.subject())))
                .compose(put -> existing(tx, id)));
  }

  /**
   * Begins the next version of one that both see.
   *
   * @throws Failure.Conflict through the future where there is a draft, or the agreement has ended
   */
  Future<Draft> amend(Caller caller, UUID id, Function<Setting, Content> read) {
    return db.tx(
        caller.organisation(),
        tx ->
            // First: a draft that somebody else puts meanwhile is found next, or has the number.
            drafts
                .lastRevision(tx, id)
                .compose(last -> amend(tx, id, last + 1, caller, read))
                .compose(put -> existing(tx, id)));
  }

  /** The caller's organisation's own. */
  Future<Draft> find(Caller caller, UUID id) {
    return db.tx(caller.organisation(), tx -> existing(tx, id));
  }

  /**
   * Changes it.
   *
   * @param tags the revision that the caller has seen is among them, or {@code *} for any
   */
  Future<Draft> change(Caller caller, UUID id, Set<String> tags, Function<Setting, Content> read) {
    return db.tx(
        caller.organisation(),
        tx ->
            seen(tx, id, tags)
                .compose(
                    draft ->
                        setting(tx, draft.agreement().relation())
                            .map(read)
                            .compose(content -> put(tx, id, draft.revision() + 1, content, caller)))
                .compose(DraftService::requireAlone)
                .compose(put -> existing(tx, id)));
  }

  /** Throws it away; gives what it was. */
  Future<Draft> discard(Caller caller, UUID id, Set<String> tags) {
    return db.tx(
        caller.organisation(),
        tx ->
            seen(tx, id, tags)
                .compose(
                    draft ->
                        drafts
                            .discard(tx, id, draft.revision() + 1, caller.subject())
                            .compose(DraftService::requireAlone)
                            .map(draft)));
  }

  /**
   * Puts it on the table: from now on both see it, and nobody changes it.
   *
   * @throws Failure.Conflict through the future when that may not be done now
   */
  Future<Agreement> propose(Caller caller, UUID id, Set<String> tags) {
    return db.tx(
        caller.organisation(),
        tx ->
            seen(tx, id, tags)
                .compose(
                    draft ->
                        agreements.propose(
                            tx, draft.agreement(), draft.content(), draft.revision(), caller)));
  }

  /** The tenant's own of an agreement, where there is one. */
  public Future<Optional<Draft>> find(Tx tx, Agreement agreement) {
    return drafts.find(tx, agreement);
  }

  /**
   * What a draft that is written today in a relation takes as agreed on where it does not say.
   *
   * @return fails with {@link Failure.Conflict} where the relation was called off
   */
  public Future<Setting> setting(Tx tx, UUID relation) {
    return relations
        .existing(tx, relation)
        .map(
            it -> {
              if (it.state() == RelationState.WITHDRAWN) {
                throw new Failure.Conflict(
                    "AGREEMENT_RELATION", "The relation was called off: begin another one.");
              }
              return Setting.of(it, norms, Netherlands.today(clock));
            });
  }

  private Future<Draft> existing(Tx tx, UUID id) {
    return agreements
        .existing(tx, id)
        .compose(agreement -> drafts.find(tx, agreement))
        .map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  private Future<Draft> seen(Tx tx, UUID id, Set<String> tags) {
    return existing(tx, id)
        .map(
            draft -> {
              if (!tags.contains(draft.tag()) && !tags.contains("*")) {
                throw new Failure.Stale();
              }
              return draft;
            });
  }

  private Future<Agreement> requireNone(Tx tx, Agreement agreement) {
    if (agreement.state() == AgreementState.ENDED) {
      return Future.failedFuture(
          new Failure.Conflict(
              "AGREEMENT_STEP", "It has ended: begin another agreement in the relation."));
    }
    return drafts
        .find(tx, agreement)
        .map(
            found -> {
              if (found.isPresent()) {
                throw thereIsOne();
              }
              return agreement;
            });
  }

  private Future<Void> amend(
      Tx tx, UUID id, int revision, Caller caller, Function<Setting, Content> read) {
    return agreements
        .existing(tx, id)
        .compose(agreement -> requireNone(tx, agreement))
        .compose(agreement -> setting(tx, agreement.relation()))
        .map(read)
        .compose(content -> put(tx, id, revision, content, caller))
        .compose(put -> put ? Future.succeededFuture() : Future.failedFuture(thereIsOne()));
  }

  private Future<Boolean> put(Tx tx, UUID id, int revision, Content content, Caller caller) {
    if (revision > REVISIONS_MAX) {
      return Future.failedFuture(
          new Failure.Conflict(
              "AGREEMENT_FULL",
              "One organisation writes %d drafts of an agreement at most, changes included."
                  .formatted(REVISIONS_MAX)));
    }
    return drafts.put(tx, id, revision, content, caller.subject());
  }

  private static Failure.Conflict thereIsOne() {
    return new Failure.Conflict(
        "AGREEMENT_DRAFT_EXISTS", "There is a draft of the next version: change that one.");
  }

  private static Future<Void> requireAlone(boolean done) {
    return done ? Future.succeededFuture() : Future.failedFuture(new Failure.Stale());
  }
}
