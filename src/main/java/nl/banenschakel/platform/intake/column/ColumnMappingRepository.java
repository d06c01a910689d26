package nl.banenschakel.platform.intake.column;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of {@code intake.column_mapping}: never changed, a new one for every version. */
final class ColumnMappingRepository {
  private final Sql sql = Sql.load("intake");

  /** Who saves a mapping of this source waits for the others that do. */
  Future<Void> lock(Tx tx, String kind, String source) {
    return tx.run(sql.get("lockMapping"), tx.tenant().toString(), kind, source).mapEmpty();
  }

  Future<Optional<SavedMapping>> latest(Tx tx, String kind, String source) {
    return tx.first(sql.get("latestMapping"), ColumnMappingRepository::saved, kind, source);
  }

  Future<List<SavedMapping>> list(Tx tx, String kind) {
    return tx.list(sql.get("listMappings"), ColumnMappingRepository::saved, kind);
  }

  Future<Void> add(
      Tx tx, String kind, String source, int version, ColumnMappingDraft draft, String savedBy) {
    return tx.update(
            sql.get("addMapping"),
            tx.tenant(),
            kind,
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
