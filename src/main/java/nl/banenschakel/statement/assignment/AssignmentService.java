package nl.banenschakel.statement.assignment;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.relation.RelationService;
import nl.banenschakel.statement.sent.Reference;

/** Records assignments, and tells which one is meant. */
public final class AssignmentService {
  private final Db db;
  private final RelationService relations;
  private final AssignmentRepository assignments = new AssignmentRepository();

  AssignmentService(Db db, RelationService relations) {
    this.db = db;
    this.relations = relations;
  }

  /**
   * Records one under a relation that runs on its first day. The same again is the same one.
   *
   * @return fails with {@link Failure.NotFound} where none runs, with {@link Failure.Conflict} for
   *     another one under the same reference
   */
  Future<Assignment> record(Caller caller, AssignmentDraft draft) {
    return db.tx(
        caller.organisation(),
        tx ->
            assignments
                .named(tx, new Reference(Reference.Owner.PROVIDER, draft.reference()))
                .compose(
                    there ->
                        there.isEmpty()
                            ? add(tx, caller, draft)
                            : Future.succeededFuture(same(draft, there.get(0)))));
  }

  /** One that the caller's organisation is in. */
  Future<Assignment> find(Caller caller, UUID id) {
    return db.tx(caller.organisation(), tx -> existing(tx, id));
  }

  /** All that the caller's organisation is in, or those of a relation; the newest first. */
  Future<List<Assignment>> list(
      Caller caller, Optional<UUID> relation, Optional<UUID> after, int limit) {
    return db.tx(caller.organisation(), tx -> assignments.list(tx, relation, after, limit));
  }

  /**
   * Says until when one lasts; what was last said holds.
   *
   * @return fails with {@link Failure.NotFound} where the caller's organisation does not provide it
   */
  Future<Assignment> end(Caller caller, UUID id, EndDraft draft) {
    return db.tx(
        caller.organisation(),
        tx ->
            existing(tx, id)
                .map(assignment -> endable(caller, assignment, draft))
                .compose(
                    it ->
                        assignments.addTerm(
                            tx,
                            id,
                            it.term() + 1,
                            it.receiver(),
                            Optional.of(draft.lastDay()),
                            caller))
                .compose(
                    said -> said ? existing(tx, id) : Future.failedFuture(new Failure.Stale())));
  }

  /** The one of the tenant's own that somebody calls so; empty: there is none, or several. */
  public Future<Optional<Assignment>> named(Tx tx, Reference name) {
    return assignments
        .named(tx, name)
        .map(found -> found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty());
  }

  /** The relation of an assignment, where it meets what is asked of it. */
  public Future<Optional<Relation>> open(
      Tx tx, Optional<Assignment> assignment, Predicate<Relation> asked) {
    return assignment.isEmpty()
        ? Future.succeededFuture(Optional.empty())
        : relations
            .existing(tx, assignment.get().relation())
            .map(it -> Optional.of(it).filter(asked));
  }

  private Future<Assignment> existing(Tx tx, UUID id) {
    return assignments.find(tx, id).map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  private Future<Assignment> add(Tx tx, Caller caller, AssignmentDraft draft) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return relations
        .running(tx, draft.relation(), draft.firstDay())
        .map(relation -> requireProvider(caller, relation, draft))
        .compose(
            relation ->
                assignments.add(tx, id, relation.receiver().id().orElseThrow(), draft, caller))
        .compose(
            added ->
                added ? existing(tx, id) : Future.<Assignment>failedFuture(new Failure.Stale()));
  }

  private static Relation requireProvider(Caller caller, Relation relation, AssignmentDraft draft) {
    if (!relation.isProvider(caller.organisation())) {
      throw new Failure.Refused(
          "NOT_PROVIDER", "Assignments are recorded by who lends or supplies in the relation.");
    }
    if (relation.kind().isHireIn() && draft.person().isEmpty()) {
      throw invalid("/person", "PERSON_REQUIRED", "Who is lent is one person: say who works.");
    }
    return relation;
  }

  private static Assignment same(AssignmentDraft draft, Assignment there) {
    if (draft.describes(there)) {
      return there;
    }
    throw new Failure.Conflict(
        "ASSIGNMENT_EXISTS", "Assignment %s has this reference.".formatted(there.id()));
  }

  private static Assignment endable(Caller caller, Assignment assignment, EndDraft draft) {
    if (!assignment.provider().equals(caller.organisation())) {
      throw new Failure.NotFound();
    }
    if (draft.lastDay().isBefore(assignment.firstDay())) {
      throw invalid("/lastDay", "DATE_ORDER", "The last day lies before the first one.");
    }
    return assignment;
  }

  private static Failure.Invalid invalid(String at, String code, String detail) {
    return new Failure.Invalid(List.of(new Violation(at, code, detail)));
  }
}
