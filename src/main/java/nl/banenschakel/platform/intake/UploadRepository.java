package nl.banenschakel.platform.intake;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import org.jspecify.annotations.Nullable;

/** Rows of {@code intake.upload}. */
final class UploadRepository {
  /** In which the bytes of an address may come. */
  private static final String[] OPEN = {"WAITING", "REFUSED", "FAILED"};

  private final Sql sql = Sql.load("intake");

  /** The latest accepted delivery of a source. */
  record Accepted(UUID upload, Buffer digest) {}

  /** What was sent to get an address, and whether its bytes may come now. */
  record Announced(JsonObject sent, boolean open) {}

  /** A delivery that ended with nobody there. */
  record Abandoned(UUID id, String kind) {}

  Future<Void> announce(Tx tx, UUID id, UploadDraft draft, String by, JsonObject sent) {
    return tx.update(
            sql.get("announceUpload"),
            tx.tenant(),
            id,
            draft.intake().kind(),
            by,
            draft.mode() == Mode.TRIAL,
            draft.bytes().orElse(null),
            sent)
        .mapEmpty();
  }

  Future<Optional<Announced>> announced(Tx tx, UUID id) {
    return tx.first(
        sql.get("findAnnounced"),
        row -> new Announced(row.getJsonObject("announced"), row.getBoolean("open")),
        id,
        OPEN);
  }

  /** Whether the bytes may come, and only from this caller from now on. */
  Future<Boolean> claim(Tx tx, UUID id, String by, Optional<Long> bytes) {
    return tx.update(sql.get("claimUpload"), id, OPEN, by, bytes.orElse(null))
        .map(claimed -> claimed == 1);
  }

  Future<Void> begin(Tx tx, UUID id, String kind, Incoming incoming) {
    return tx.update(
            sql.get("beginUpload"),
            tx.tenant(),
            id,
            kind,
            incoming.caller().subject(),
            incoming.mode() == Mode.TRIAL,
            incoming.bytes().orElse(null))
        .compose(begun -> tx.update(sql.get("beginReceiving"), tx.tenant(), id))
        .mapEmpty();
  }

  /** Ends what was given up on, of one kind or of all, and tells which those were. */
  Future<List<Abandoned>> endAbandoned(Tx tx, Optional<String> kind) {
    var failure =
        new Violation(
            "", "UPLOAD_ABANDONED", "Nothing came for too long, so it was ended: send it again.");
    return tx.list(
        sql.get("endAbandoned"),
        row -> new Abandoned(row.getUUID("upload_id"), row.getString("kind")),
        kind.orElse(null),
        UploadJson.of(failure));
  }

  /**
   * Fails with {@link Failure.Conflict} when it was called off, and with {@link
   * Failure.Unavailable} when what was staged is gone.
   */
  Future<Void> touch(Tx tx, UUID id, long bytes, int rows) {
    return tx.update(sql.get("touchReceiving"), id, bytes, (long) rows)
        .compose(touched -> stillThere(tx, id, touched));
  }

  Future<Void> endReceiving(Tx tx, UUID id) {
    return tx.update(sql.get("endReceiving"), id).mapEmpty();
  }

  /** Locks that are not there within two seconds fail. */
  Future<Void> waitBriefly(Tx tx) {
    return tx.run(sql.get("waitBriefly")).mapEmpty();
  }

  /** Whether there was something to call off. */
  Future<Boolean> cancel(Tx tx, UUID id) {
    return tx.update(sql.get("cancelUpload"), id).map(cancelled -> cancelled == 1);
  }

  Future<Void> reopen(Tx tx, UUID id) {
    return tx.update(sql.get("reopenUpload"), id).mapEmpty();
  }

  Future<Void> fail(Tx tx, UUID id, Failure failure) {
    var why = new Violation("", failure.code(), failure.detail());
    return tx.update(sql.get("failUpload"), id, UploadJson.of(why)).mapEmpty();
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
    return tx.update(sql.get("acceptUpload"), id, source, digest, UploadJson.of(outcome))
        .compose(accepted -> stillThere(tx, id, accepted));
  }

  Future<Void> validate(Tx tx, UUID id, Outcome outcome) {
    return tx.update(sql.get("validateUpload"), id, UploadJson.of(outcome))
        .compose(validated -> stillThere(tx, id, validated));
  }

  Future<Void> refuse(Tx tx, UUID id, List<Violation> mistakes, int total) {
    var stored =
        new JsonObject().put("total", total).put("listed", UploadJson.ofMistakes(mistakes));
    return tx.update(sql.get("refuseUpload"), id, stored).mapEmpty();
  }

  Future<Void> repeat(Tx tx, UUID id, UUID earlier) {
    return tx.update(sql.get("repeatUpload"), id, earlier)
        .compose(repeated -> stillThere(tx, id, repeated));
  }

  Future<Void> forget(Tx tx, UUID id) {
    return tx.update(sql.get("forgetUpload"), id).mapEmpty();
  }

  Future<Optional<Upload>> find(Tx tx, UUID id) {
    return tx.first(sql.get("findUpload"), UploadRepository::upload, id);
  }

  /** The newest first, without their mistakes. */
  Future<List<Upload>> list(Tx tx, Optional<Upload.State> state, Optional<UUID> after, int limit) {
    return tx.list(
        sql.get("listUploads"),
        UploadRepository::upload,
        state.map(Enum::name).orElse(null),
        after.orElse(null),
        limit);
  }

  /** What ended so many days ago; gives how many. */
  Future<Integer> removeResults(Tx tx, int days) {
    return tx.update(sql.get("removeResults"), days);
  }

  /** When there is something to end or to remove again. */
  Future<Optional<OffsetDateTime>> nextDue(Tx tx, int resultDays, int rowDays) {
    return tx.first(
            sql.get("nextDue"),
            row -> Optional.ofNullable(row.getOffsetDateTime("due")),
            resultDays,
            rowDays)
        .map(Optional::orElseThrow);
  }

  private Future<Void> stillThere(Tx tx, UUID id, int rows) {
    return rows == 1 ? Future.succeededFuture() : whyGone(tx, id);
  }

  private Future<Void> whyGone(Tx tx, UUID id) {
    return tx.first(sql.get("isCancelled"), row -> row.getBoolean("cancelled"), id)
        .compose(
            cancelled ->
                Future.failedFuture(
                    cancelled.orElseThrow()
                        ? new Failure.Conflict(
                            "UPLOAD_CANCELLED",
                            "Somebody called this delivery off: nothing of it was stored.")
                        : new Failure.Unavailable(
                            "What had come in of this delivery was lost: send it again.")));
  }

  private static Upload upload(Row row) {
    @Nullable JsonObject mistakes = row.getJsonObject("mistakes");
    return new Upload(
        row.getUUID("upload_id"),
        row.getString("kind"),
        Upload.State.valueOf(row.getString("state")),
        row.getBoolean("validate_only") ? Mode.TRIAL : Mode.REAL,
        row.getOffsetDateTime("received_at"),
        row.getString("received_by"),
        Optional.ofNullable(row.getOffsetDateTime("finished_at")),
        new Upload.Progress(
            row.getLong("bytes_read"),
            Optional.ofNullable(row.getLong("bytes_total")),
            row.getLong("rows_read")),
        Optional.ofNullable(row.getJsonObject("outcome")).map(UploadJson::outcome),
        Optional.ofNullable(row.getUUID("repeats")),
        mistakes == null ? List.of() : UploadJson.mistakes(mistakes.getJsonArray("listed")),
        mistakes == null ? 0 : mistakes.getInteger("total"),
        Optional.ofNullable(row.getJsonObject("failure")).map(UploadJson::mistake));
  }
}
