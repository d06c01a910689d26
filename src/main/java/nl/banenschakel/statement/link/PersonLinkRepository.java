package nl.banenschakel.statement.link;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import org.jspecify.annotations.Nullable;

/** Rows of {@code statement.person_link} and their ends. */
final class PersonLinkRepository {
  private final Sql sql = Sql.load("statement_link");

  /** False: the reference means somebody then or later. */
  Future<Boolean> add(Tx tx, UUID id, UUID person, PersonLinkDraft draft, Caller caller) {
    return tx.first(
            sql.get("addLink"),
            row -> true,
            tx.tenant(),
            id,
            draft.reference(),
            person,
            draft.ground().name(),
            draft.firstDay(),
            caller.subject())
        .map(Optional::isPresent);
  }

  /** False: it has ended. */
  Future<Boolean> end(Tx tx, UUID id, LinkEndDraft draft, Caller caller) {
    return tx.first(
            sql.get("endLink"),
            row -> true,
            tx.tenant(),
            id,
            draft.lastDay(),
            draft.reason(),
            caller.subject())
        .map(Optional::isPresent);
  }

  Future<Optional<PersonLink>> find(Tx tx, UUID id) {
    return tx.first(sql.get("findLink"), PersonLinkRepository::link, id);
  }

  /** The newest of a reference. */
  Future<Optional<PersonLink>> newestOf(Tx tx, String reference) {
    return tx.first(sql.get("findNewestLink"), PersonLinkRepository::link, reference);
  }

  Future<List<PersonLink>> list(Tx tx, Optional<UUID> after, int limit) {
    return tx.list(sql.get("listLinks"), PersonLinkRepository::link, after.orElse(null), limit);
  }

  private static PersonLink link(Row row) {
    return new PersonLink(
        row.getUUID("link_id"),
        row.getString("reference"),
        row.getUUID("person_id"),
        LegalGround.valueOf(row.getString("legal_ground")),
        row.getLocalDate("first_day"),
        row.getOffsetDateTime("recorded_at"),
        row.getString("recorded_by"),
        end(row));
  }

  private static Optional<PersonLink.End> end(Row row) {
    @Nullable LocalDate lastDay = row.getLocalDate("last_day");
    return Optional.ofNullable(lastDay)
        .map(
            last ->
                new PersonLink.End(
                    last,
                    row.getString("reason"),
                    row.getOffsetDateTime("ended_at"),
                    row.getString("ended_by")));
  }
}
