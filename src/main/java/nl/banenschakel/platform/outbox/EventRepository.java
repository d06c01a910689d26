package nl.banenschakel.platform.outbox;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of the schema {@code outbox}. */
final class EventRepository {
  private final Sql sql = Sql.load("outbox");

  /** For the tenant, and for another one where there is one. */
  Future<Void> add(Tx tx, UUID id, Optional<UUID> other, EventDraft draft) {
    var data = new JsonObject();
    draft.data().forEach(data::put);
    return tx.update(
            sql.get("addEvent"),
            tx.tenant(),
            id,
            other.orElse(null),
            draft.type(),
            draft.subject(),
            draft.address(),
            data)
        .mapEmpty();
  }

  Future<Boolean> hasUnnumbered(Tx tx) {
    return tx.first(sql.get("hasUnnumbered"), row -> row.getBoolean(0)).map(Optional::orElseThrow);
  }

  /** One reader at a time gives numbers. */
  Future<Void> number(Tx tx, int limit) {
    return tx.run(sql.get("lockNumbers"), tx.tenant().toString())
        .compose(locked -> tx.update(sql.get("numberEvents"), tx.tenant(), limit))
        .mapEmpty();
  }

  Future<Optional<Long>> sequence(Tx tx, UUID event) {
    return tx.first(sql.get("findSequence"), row -> row.getLong(0), event);
  }

  Future<List<Event>> list(Tx tx, long after, int limit) {
    return tx.list(sql.get("listEvents"), EventRepository::event, after, limit);
  }

  private static Event event(Row row) {
    return new Event(
        row.getLong("sequence"),
        row.getUUID("event_id"),
        row.getString("type"),
        row.getString("subject"),
        row.getString("data_address"),
        texts(row.getJsonObject("data")),
        row.getOffsetDateTime("logged_at"));
  }

  private static Map<String, String> texts(JsonObject data) {
    var texts = new TreeMap<String, String>();
    data.fieldNames().forEach(name -> texts.put(name, data.getString(name)));
    return texts;
  }
}
