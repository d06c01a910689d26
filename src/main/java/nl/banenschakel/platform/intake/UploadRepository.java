package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/** Rows of {@code intake.upload}. */
final class UploadRepository {
  private final Sql sql = Sql.load("intake");

  /** The latest accepted delivery of a source. */
  record Accepted(UUID upload, Buffer digest) {}

  Future<Void> begin(Tx tx, UUID id, String kind, String receivedBy) {
    return tx.update(sql.get("beginUpload"), tx.tenant(), id, kind, receivedBy)
        .compose(begun -> tx.update(sql.get("beginReceiving"), tx.tenant(), id))
        .mapEmpty();
  }

  /** Takes away what was given up on, and tells which those were. */
  Future<List<UUID>> takeAbandoned(Tx tx, String kind) {
    return tx.list(sql.get("takeAbandoned"), row -> row.getUUID(0), kind);
  }

  /** Fails with {@link Failure.Unavailable} when what was staged is gone. */
  Future<Void> touch(Tx tx, UUID id) {
    return tx.update(sql.get("touchReceiving"), id)
        .compose(
            touched ->
                touched == 1
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        new Failure.Unavailable(
                            "What had come in of this delivery was lost: send it again.")));
  }

  Future<Void> endReceiving(Tx tx, UUID id) {
    return tx.update(sql.get("endReceiving"), id).mapEmpty();
  }

  /** Two deliveries of one source take effect one after the other. */
  Future<Void> lockSource(Tx tx, String kind, String source) {
    return tx.run(sql.get("lockSource"), tx.tenant().toString(), kind, source).mapEmpty();
  }

  Future<Optional<Accepted>> latestAccepted(Tx tx, String kind, String source) {
    return tx.first(
        sql.get("latestAccepted"),
        row -> new Accepted(row.getUUID("upload_id"), row.getBuffer("digest")),
        kind,
        source);
  }

  Future<Void> accept(Tx tx, UUID id, String source, Buffer digest, Outcome outcome) {
    var counts = new JsonObject();
    outcome.counts().forEach(counts::put);
    var touches = new JsonArray(outcome.touches());
    var stored = new JsonObject().put("counts", counts).put("touches", touches);
    var warnings = new JsonArray();
    outcome.warnings().forEach(warning -> warnings.add(json(warning)));
    stored.put("warnings", warnings).put("changes", UploadJson.ofChanges(outcome.changes()));
    outcome.resource().ifPresent(resource -> stored.put("resource", resource));
    return tx.update(sql.get("acceptUpload"), id, source, digest, stored).mapEmpty();
  }

  Future<Void> refuse(Tx tx, UUID id, List<Violation> mistakes, int total) {
    var listed = new JsonArray();
    mistakes.forEach(mistake -> listed.add(json(mistake)));
    var stored = new JsonObject().put("total", total).put("listed", listed);
    return tx.update(sql.get("refuseUpload"), id, stored).mapEmpty();
  }

  Future<Void> forget(Tx tx, UUID id) {
    return tx.update(sql.get("forgetUpload"), id).mapEmpty();
  }

  Future<Optional<Upload>> find(Tx tx, UUID id) {
    return tx.first(sql.get("findUpload"), UploadRepository::upload, id);
  }

  private static Upload upload(Row row) {
    var mistakes = row.getJsonObject("mistakes");
    return new Upload(
        row.getUUID("upload_id"),
        row.getString("kind"),
        Upload.State.valueOf(row.getString("state")),
        row.getOffsetDateTime("received_at"),
        row.getString("received_by"),
        Optional.ofNullable(row.getJsonObject("outcome")).map(UploadRepository::outcome),
        mistakes == null ? List.of() : violations(mistakes.getJsonArray("listed")),
        mistakes == null ? 0 : mistakes.getInteger("total"));
  }

  private static Outcome outcome(JsonObject stored) {
    var counts = new TreeMap<String, Long>();
    var kept = stored.getJsonObject("counts");
    kept.fieldNames().forEach(name -> counts.put(name, kept.getLong(name)));
    var touches = stored.getJsonArray("touches", new JsonArray());
    return new Outcome(
        Optional.ofNullable(stored.getString("resource")),
        counts,
        touches.stream().map(String.class::cast).toList(),
        UploadJson.changes(stored.getJsonArray("changes", new JsonArray())),
        violations(stored.getJsonArray("warnings", new JsonArray())));
  }

  private static List<Violation> violations(JsonArray listed) {
    return listed.stream()
        .map(JsonObject.class::cast)
        .map(it -> new Violation(it.getString("at"), it.getString("code"), it.getString("detail")))
        .toList();
  }

  private static JsonObject json(Violation mistake) {
    return new JsonObject()
        .put("at", mistake.at())
        .put("code", mistake.code())
        .put("detail", mistake.detail());
  }
}
