package nl.banenschakel.employment.column;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of {@code employment.column_mapping}: never changed, a new one for every version. */
final class ColumnMappingRepository {
  private final Sql sql = Sql.load("employment");

  /** Who saves a mapping of this source waits for the others that do. */
  Future<Void> lock(Tx tx, String source) {
    return tx.run(sql.get("lockMapping"), tx.tenant().toString(), source).mapEmpty();
  }

  Future<Optional<SavedMapping>> latest(Tx tx, String source) {
    return tx.first(sql.get("latestMapping"), ColumnMappingRepository::saved, source);
  }

  Future<List<SavedMapping>> list(Tx tx) {
    return tx.list(sql.get("listMappings"), ColumnMappingRepository::saved);
  }

  Future<Void> add(Tx tx, String source, int version, ColumnMappingDraft draft, String savedBy) {
    return tx.update(
            sql.get("addMapping"),
            tx.tenant(),
            source,
            version,
            ColumnMappingJson.columns(draft.columns()),
            savedBy)
        .mapEmpty();
  }

  private static SavedMapping saved(Row row) {
    return new SavedMapping(
        row.getString("source"),
        row.getInteger("version"),
        new ColumnMappingDraft(columns(row.getJsonArray("columns"))),
        row.getOffsetDateTime("saved_at"),
        row.getString("saved_by"));
  }

  private static List<ColumnMappingDraft.Column> columns(JsonArray stored) {
    return stored.stream()
        .map(JsonObject.class::cast)
        .map(it -> new ColumnMappingDraft.Column(it.getString("head"), it.getString("field")))
        .toList();
  }
}
