package nl.banenschakel.platform.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A delivery as the contract's JSON. */
final class UploadJson {
  private UploadJson() {}

  static JsonObject of(Upload upload) {
    var counts = new JsonObject();
    upload.outcome().ifPresent(outcome -> outcome.counts().forEach(counts::put));
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
        .put("counts", counts)
        .put("mistakes", mistakes)
        .put("mistakesTotal", upload.mistakesTotal());
  }
}
