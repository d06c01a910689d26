package nl.banenschakel.relation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import org.jspecify.annotations.Nullable;

/** Rows of the schema {@code relation} that both organisations read. */
final class RelationRepository {
  private final Sql sql = Sql.load("relation");

  Future<Void> begin(Tx tx, UUID id, RelationDraft draft, String name) {
    return tx.update(
            sql.get("beginRelation"),
            tx.tenant(),
            id,
            draft.kind().name(),
            draft.provides(),
            name,
            draft.counterparty(),
            draft.firstDay())
        .mapEmpty();
  }

  /**
   * Adds a step.
   *
   * @param nth which one it is, from 1
   * @param other the other organisation than this transaction's, where there is one
   * @return false: somebody else took that step
   */
  Future<Boolean> take(
      Tx tx, UUID id, int nth, Optional<UUID> other, RelationState state, RelationStep step) {
    return tx.first(
            sql.get("takeStep"),
            row -> true,
            tx.tenant(),
            id,
            nth,
            other.orElse(null),
            state.name(),
            step.lastDay().orElse(null),
            step.reason().orElse(null),
            step.actor(),
            step.by())
        .map(Optional::isPresent);
  }

  /** From now on an organisation is the other one, by its own name. */
  Future<Void> comeIn(Tx tx, UUID id, Relation.Side other) {
    return tx.update(sql.get("comeIn"), id, other.id().orElseThrow(), other.name()).mapEmpty();
  }

  Future<Optional<Relation>> find(Tx tx, UUID id) {
    return tx.list(sql.get("findRelation"), row -> row, id)
        .compose(found -> withSteps(tx, found))
        .map(found -> found.stream().findFirst());
  }

  Future<List<Relation>> list(Tx tx, Optional<UUID> after, int limit) {
    return tx.list(sql.get("listRelations"), row -> row, after.orElse(null), limit)
        .compose(found -> withSteps(tx, found));
  }

  /** False: somebody else recorded one meanwhile. */
  Future<Boolean> record(Tx tx, UUID id, UUID other, AdmissionDraft draft, Caller caller) {
    return tx.first(
            sql.get("recordAdmission"),
            row -> true,
            tx.tenant(),
            id,
            other,
            draft.number(),
            draft.document(),
            draft.checkedOn(),
            draft.validUntil().orElse(null),
            caller.subject())
        .map(Optional::isPresent);
  }

  private Future<List<Relation>> withSteps(Tx tx, List<Row> relations) {
    var ids = relations.stream().map(RelationRepository::id).toArray(UUID[]::new);
    return tx.list(sql.get("listSteps"), row -> row, (Object) ids)
        .map(
            rows ->
                rows.stream()
                    .collect(
                        groupingBy(
                            RelationRepository::id, mapping(RelationRepository::taken, toList()))))
        .map(steps -> relations(relations, steps));
  }

  private static List<Relation> relations(
      List<Row> relations, Map<UUID, List<Relation.Taken>> steps) {
    var all = new ArrayList<Relation>(relations.size());
    for (var row : relations) {
      all.add(relation(row, steps.getOrDefault(id(row), List.of())));
    }
    return all;
  }

  private static Relation relation(Row row, List<Relation.Taken> steps) {
    return new Relation(
        id(row),
        row.getUUID("tenant_id"),
        RelationKind.valueOf(row.getString("kind")),
        side(row, "provider"),
        side(row, "receiver"),
        row.getLocalDate("first_day"),
        steps,
        admission(row));
  }

  private static Relation.Side side(Row row, String side) {
    return new Relation.Side(
        Optional.ofNullable(row.getUUID(side + "_id")), row.getString(side + "_name"));
  }

  private static Relation.Taken taken(Row row) {
    return new Relation.Taken(
        RelationState.valueOf(row.getString("state")),
        Optional.ofNullable(row.getLocalDate("last_day")),
        Optional.ofNullable(row.getString("reason")),
        row.getOffsetDateTime("taken_at"),
        row.getUUID("actor_id"),
        row.getString("taken_by"));
  }

  private static Optional<Relation.Admission> admission(Row row) {
    @Nullable Integer version = row.getInteger("version");
    if (version == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Relation.Admission(
            version,
            row.getString("number"),
            row.getString("document"),
            row.getLocalDate("checked_on"),
            Optional.ofNullable(row.getLocalDate("valid_until")),
            row.getOffsetDateTime("recorded_at"),
            row.getUUID("recorded_for"),
            row.getString("recorded_by")));
  }

  private static UUID id(Row row) {
    return row.getUUID("relation_id");
  }
}
