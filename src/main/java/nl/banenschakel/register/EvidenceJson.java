package nl.banenschakel.register;

import io.vertx.core.json.JsonObject;
import java.util.UUID;

/** A list or an answer as the contract refers to it. */
public final class EvidenceJson {
  private EvidenceJson() {}

  /** By its id; what is no answer is a list. */
  public static JsonObject of(UUID id, boolean isAnswer) {
    return new JsonObject()
        .put("kind", isAnswer ? "ANSWER" : "LIST")
        .put("id", id.toString())
        .put("resource", (isAnswer ? "/v1/register-answers/" : "/v1/register-snapshots/") + id);
  }
}
