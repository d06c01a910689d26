package nl.banenschakel.relation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** Relations as the contract writes them. */
public final class RelationJson {
  private RelationJson() {}

  /** With all that was done. */
  public static JsonObject of(Relation relation) {
    var steps = new JsonArray();
    relation.steps().forEach(step -> steps.add(of(step)));
    return new JsonObject()
        .put("id", relation.id().toString())
        .put("kind", relation.kind().text())
        .put("provider", of(relation.provider()))
        .put("receiver", of(relation.receiver()))
        .put("firstDay", relation.firstDay().toString())
        .put("lastDay", relation.lastDay().map(Object::toString).orElse(null))
        .put("state", relation.state().text())
        .put("steps", steps)
        .put("admission", relation.admission().map(RelationJson::of).orElse(null));
  }

  private static JsonObject of(Relation.Side side) {
    return new JsonObject()
        .put("organisation", side.id().map(UUID::toString).orElse(null))
        .put("name", side.name());
  }

  private static JsonObject of(Relation.Taken step) {
    return new JsonObject()
        .put("state", step.state().text())
        .put("lastDay", step.lastDay().map(Object::toString).orElse(null))
        .put("reason", step.reason().orElse(null))
        .put("at", step.at().toInstant().toString())
        .put("organisation", step.actor().toString())
        .put("by", step.by());
  }

  private static JsonObject of(Relation.Admission admission) {
    return new JsonObject()
        .put("version", admission.version())
        .put("number", admission.number())
        .put("document", admission.document())
        .put("checkedOn", admission.checkedOn().toString())
        .put("validUntil", admission.validUntil().map(Object::toString).orElse(null))
        .put("recordedAt", admission.recordedAt().toInstant().toString())
        .put("recordedFor", admission.recordedFor().toString())
        .put("recordedBy", admission.recordedBy());
  }
}
