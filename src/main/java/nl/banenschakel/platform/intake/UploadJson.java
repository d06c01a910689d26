package nl.banenschakel.platform.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** A delivery as the contract's JSON. */
final class UploadJson {
  private UploadJson() {}

  /** What a trial run told: it has no address, for nothing of it is there any more. */
  static JsonObject ofTrial(Upload found) {
    return new JsonObject()
        .put("validateOnly", true)
        .put("kind", found.kind())
        .put("counts", counts(found))
        .put("touches", touches(found))
        .put("changes", changes(found))
        .put("warnings", warnings(found))
        .put("mistakes", new JsonArray())
        .put("mistakesTotal", 0);
  }

  static JsonObject of(Upload upload) {
    var mistakes = new JsonArray();
    for (var mistake : upload.mistakes()) {
      mistakes.add(
          new JsonObject()
              .put("at", mistake.at())
              .put("code", mistake.code())
              .put("detail", mistake.detail()));
    }
    return new JsonObject()
        .put("id", upload.id().toString())
        .put("kind", upload.kind())
        .put("state", upload.state().name())
        .put("receivedAt", upload.receivedAt().toInstant().toString())
        .put("receivedBy", upload.receivedBy())
        .put("resource", upload.outcome().flatMap(Outcome::resource).orElse(null))
        .put("counts", counts(upload))
        .put("touches", touches(upload))
        .put("changes", changes(upload))
        .put("warnings", warnings(upload))
        .put("mistakes", mistakes)
        .put("mistakesTotal", upload.mistakesTotal());
  }

  private static JsonObject counts(Upload upload) {
    var counts = new JsonObject();
    upload.outcome().ifPresent(outcome -> outcome.counts().forEach(counts::put));
    return counts;
  }

  static JsonArray ofChanges(List<Change> changes) {
    var listed = new JsonArray();
    for (var change : changes) {
      listed.add(
          new JsonObject()
              .put("of", change.of())
              .put("figure", change.figure())
              .put("before", change.before())
              .put("after", change.after()));
    }
    return listed;
  }

  static List<Change> changes(JsonArray listed) {
    return listed.stream()
        .map(JsonObject.class::cast)
        .map(
            it ->
                new Change(
                    it.getString("of"),
                    it.getString("figure"),
                    it.getLong("before"),
                    it.getLong("after")))
        .toList();
  }

  private static JsonArray changes(Upload upload) {
    return ofChanges(upload.outcome().map(Outcome::changes).orElse(List.of()));
  }

  private static JsonArray warnings(Upload upload) {
    var warnings = new JsonArray();
    for (var warning : upload.outcome().map(Outcome::warnings).orElse(List.of())) {
      warnings.add(
          new JsonObject()
              .put("at", warning.at())
              .put("code", warning.code())
              .put("detail", warning.detail()));
    }
    return warnings;
  }

  private static JsonArray touches(Upload upload) {
    return new JsonArray(upload.outcome().map(Outcome::touches).orElse(List.of()));
  }
}
