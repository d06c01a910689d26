package nl.banenschakel.statement.assignment;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.statement.sent.Reference;
import org.jspecify.annotations.Nullable;

/** Rows of {@code statement.assignment} and what belongs to them. */
final class AssignmentRepository {
  private final Sql sql = Sql.load("statement_assignment");

  /** False: there is one of that reference. */
  Future<Boolean> add(Tx tx, UUID id, UUID receiver, AssignmentDraft draft, Caller caller) {
    return tx.update(
            sql.get("addAssignment"),
            tx.tenant(),
            id,
            receiver,
            draft.relation(),
            draft.purchaseOrder().orElse(null),
            draft.firstDay(),
            caller.subject())
        .compose(added -> addTerm(tx, id, 1, receiver, draft.lastDay(), caller))
        .compose(
            added ->
                tx.first(
                    sql.get("addAssignmentSource"),
                    row -> true,
                    tx.tenant(),
                    id,
                    draft.reference(),
                    draft.person().orElse(null)))
        .map(Optional::isPresent);
  }

  /** False: somebody else said until when, meanwhile. */
  Future<Boolean> addTerm(
      Tx tx, UUID id, int nth, UUID receiver, Optional<LocalDate> lastDay, Caller caller) {
    return tx.first(
            sql.get("addTerm"),
            row -> true,
            tx.tenant(),
            id,
            nth,
            receiver,
            lastDay.orElse(null),
            caller.subject())
        .map(Optional::isPresent);
  }

  Future<Optional<Assignment>> find(Tx tx, UUID id) {
    return tx.first(sql.get("findAssignment"), AssignmentRepository::assignment, id);
  }

  /** Those of the tenant's own that somebody calls so. */
  Future<List<Assignment>> named(Tx tx, Reference name) {
    return tx.list(
        sql.get("findAssignmentsNamed"),
        AssignmentRepository::assignment,
        name.owner().name(),
        name.value());
  }

  Future<List<Assignment>> list(Tx tx, Optional<UUID> relation, Optional<UUID> after, int limit) {
    return tx.list(
        sql.get("listAssignments"),
        AssignmentRepository::assignment,
        relation.orElse(null),
        after.orElse(null),
        limit);
  }

  private static Assignment assignment(Row row) {
    return new Assignment(
        row.getUUID("assignment_id"),
        row.getUUID("tenant_id"),
        row.getUUID("counterparty_id"),
        row.getUUID("relation_id"),
        Optional.ofNullable(row.getString("purchase_order")),
        row.getLocalDate("first_day"),
        Optional.ofNullable(row.getLocalDate("last_day")),
        row.getInteger("nth"),
        row.getOffsetDateTime("recorded_at"),
        row.getString("recorded_by"),
        source(row));
  }

  private static Optional<Assignment.Source> source(Row row) {
    @Nullable String reference = row.getString("reference");
    return Optional.ofNullable(reference)
        .map(
            own ->
                new Assignment.Source(own, Optional.ofNullable(row.getString("person_reference"))));
  }
}
