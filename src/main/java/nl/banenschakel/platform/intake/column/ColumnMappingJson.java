package nl.banenschakel.platform.intake.column;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.banenschakel.platform.failure.Violation;

/** Mappings and previews as the contract's JSON. */
final class ColumnMappingJson {
  private ColumnMappingJson() {}

  static JsonArray columns(List<ColumnMappingDraft.Column> columns) {
    var json = new JsonArray();
    columns.forEach(
        column ->
            json.add(new JsonObject().put("head", column.head()).put("field", column.field())));
    return json;
  }

  static JsonObject of(SavedMapping saved) {
    return new JsonObject()
        .put("source", saved.source())
        .put("version", saved.version())
        .put("columns", columns(saved.draft().columns()))
        .put("savedAt", saved.savedAt().toInstant().toString())
        .put("savedBy", saved.savedBy());
  }

  static JsonObject of(ReadyMadeMapping mapping) {
    return new JsonObject()
        .put("name", mapping.name())
        .put("columns", columns(mapping.draft().columns()));
  }

  static JsonObject of(TablePreview.Seen seen) {
    var columns = new JsonArray();
    seen.columns()
        .forEach(
            column ->
                columns.add(
                    new JsonObject()
                        .put("at", column.at())
                        .put("head", column.head().orElse(null))
                        .put("field", column.field().orElse(null))));
    var rows = new JsonArray();
    seen.rows()
        .forEach(
            row -> {
              var cells = new JsonObject();
              row.cells().forEach(cells::put);
              rows.add(new JsonObject().put("at", row.at()).put("cells", cells));
            });
    var mistakes = new JsonArray();
    seen.mistakes().forEach(mistake -> mistakes.add(json(mistake)));
    var fitting = new JsonArray();
    seen.fitting().forEach(fitting::add);
    return new JsonObject()
        .put("mapping", seen.read().origin().name())
        .put("mappingName", seen.read().name().orElse(null))
        .put("columns", columns)
        .put("rows", rows)
        .put("mistakes", mistakes)
        .put("mistakesTotal", seen.mistakesTotal())
        .put("fitting", fitting)
        .put("proposal", columns(seen.proposal()));
  }

  private static JsonObject json(Violation mistake) {
    return new JsonObject()
        .put("at", mistake.at())
        .put("code", mistake.code())
        .put("detail", mistake.detail());
  }
}
