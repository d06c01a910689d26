package nl.banenschakel.platform.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.intake.Outcome.Change;
import nl.banenschakel.platform.intake.mistake.MistakeTexts;
import nl.banenschakel.platform.intake.mistake.Place;
import org.jspecify.annotations.Nullable;

/** Deliveries as JSON: that of the contract, and what is stored of them. */
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

  /** With every mistake that is kept. */
  static JsonObject of(Upload upload) {
    var mistakes = new JsonArray();
    upload.mistakes().forEach(mistake -> mistakes.add(told(mistake)));
    return summary(upload).put("mistakes", mistakes);
  }

  /** Without the mistakes. */
  static JsonObject summary(Upload upload) {
    return new JsonObject()
        .put("id", upload.id().toString())
        .put("kind", upload.kind())
        .put("state", upload.state().name())
        .put("validateOnly", upload.mode() == Mode.TRIAL)
        .put("receivedAt", upload.receivedAt().toInstant().toString())
        .put("receivedBy", upload.receivedBy())
        .put("finishedAt", upload.finishedAt().map(it -> it.toInstant().toString()).orElse(null))
        .put("progress", of(upload.progress()))
        .put("resource", upload.outcome().flatMap(Outcome::resource).orElse(null))
        .put("repeats", upload.repeats().map(it -> "/v1/uploads/" + it).orElse(null))
        .put("counts", counts(upload))
        .put("touches", touches(upload))
        .put("changes", changes(upload))
        .put("warnings", warnings(upload))
        .put("mistakesTotal", upload.mistakesTotal())
        .put("errorsWorkbook", workbook(upload))
        .put("failure", upload.failure().map(UploadJson::told).orElse(null));
  }

  private static @Nullable String workbook(Upload upload) {
    return upload.state() == Upload.State.REFUSED ? upload.address() + "/errors.xlsx" : null;
  }

  static JsonObject of(Outcome outcome) {
    var counts = new JsonObject();
    outcome.counts().forEach(counts::put);
    var stored =
        new JsonObject()
            .put("counts", counts)
            .put("touches", new JsonArray(outcome.touches()))
            .put("changes", ofChanges(outcome.changes()))
            .put("warnings", ofMistakes(outcome.warnings()));
    outcome.resource().ifPresent(resource -> stored.put("resource", resource));
    return stored;
  }

  static Outcome outcome(JsonObject stored) {
    var counts = new TreeMap<String, Long>();
    var kept = stored.getJsonObject("counts");
    kept.fieldNames().forEach(name -> counts.put(name, kept.getLong(name)));
    var touches = stored.getJsonArray("touches", new JsonArray());
    return new Outcome(
        Optional.ofNullable(stored.getString("resource")),
        counts,
        touches.stream().map(String.class::cast).toList(),
        changes(stored.getJsonArray("changes", new JsonArray())),
        mistakes(stored.getJsonArray("warnings", new JsonArray())));
  }

  static JsonArray ofMistakes(List<Violation> mistakes) {
    var listed = new JsonArray();
    mistakes.forEach(mistake -> listed.add(of(mistake)));
    return listed;
  }

  static JsonObject of(Violation mistake) {
    var json =
        new JsonObject()
            .put("at", mistake.at())
            .put("code", mistake.code())
            .put("detail", mistake.detail());
    mistake.line().ifPresent(line -> json.put("line", line));
    return json;
  }

  static List<Violation> mistakes(JsonArray listed) {
    return listed.stream().map(JsonObject.class::cast).map(UploadJson::mistake).toList();
  }

  static Violation mistake(JsonObject stored) {
    return new Violation(
        stored.getString("at"),
        stored.getString("code"),
        stored.getString("detail"),
        Optional.ofNullable(stored.getInteger("line")));
  }

  /** As it is told: with its line and column, and a sentence in both languages. */
  private static JsonObject told(Violation mistake) {
    var place = Place.of(mistake.at());
    var told = of(mistake);
    place.line().ifPresent(line -> told.put("line", line));
    place.column().ifPresent(column -> told.put("column", column));
    return told.put(
        "sentences",
        new JsonObject()
            .put("nl", MistakeTexts.DUTCH.of(mistake))
            .put("en", MistakeTexts.ENGLISH.of(mistake)));
  }

  private static JsonObject of(Upload.Progress progress) {
    return new JsonObject()
        .put("bytes", progress.bytes())
        .put("bytesTotal", progress.total().orElse(null))
        .put("percent", progress.percent().orElse(null))
        .put("rows", progress.rows());
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

  private static JsonArray touches(Upload upload) {
    return new JsonArray(upload.outcome().map(Outcome::touches).orElse(List.of()));
  }

  private static JsonArray warnings(Upload upload) {
    var warnings = new JsonArray();
    upload.outcome().ifPresent(outcome -> outcome.warnings().forEach(it -> warnings.add(told(it))));
    return warnings;
  }
}
