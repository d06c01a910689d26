package nl.banenschakel.platform.job;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** The functions and the one table of the schema {@code job}. */
final class JobRepository {
  private final Sql sql = Sql.load("job");

  /** A job that was claimed; the token tells this claim from any later one. */
  record Claimed(UUID id, UUID tenant, String kind, int attempt, long token) {}

  Future<UUID> enqueue(Tx tx, UUID id, JobDraft draft) {
    var payload = new JsonObject();
    draft.payload().forEach(payload::put);
    return tx.first(
            sql.get("enqueueJob"),
            row -> row.getUUID("job_id"),
            tx.tenant(),
            id,
            draft.kind(),
            draft.dueAt().map(due -> OffsetDateTime.ofInstant(due, ZoneOffset.UTC)).orElse(null),
            draft.key().orElse(null),
            payload)
        .map(Optional::orElseThrow);
  }

  Future<List<Claimed>> claim(Tx tx, List<String> kinds, int count, JobSettings settings) {
    return tx.list(
        sql.get("claimJobs"),
        row ->
            new Claimed(
                row.getUUID("job_id"),
                row.getUUID("tenant"),
                row.getString("kind"),
                row.getInteger("attempt"),
                row.getLong("token")),
        kinds.toArray(String[]::new),
        count,
        settings.leaseMs(),
        settings.attemptsMax());
  }

  Future<Map<String, String>> payload(Tx tx, UUID job) {
    return tx.first(sql.get("findPayload"), row -> texts(row.getJsonObject("payload")), job)
        .map(Optional::orElseThrow);
  }

  /** False: somebody else has it. */
  Future<Boolean> extend(Tx tx, Claimed job, int leaseMs) {
    return held(tx, "extendLease", job.id(), job.token(), leaseMs);
  }

  /** Nobody takes it over until the transaction ends; fails when somebody did. */
  Future<Void> hold(Tx tx, Claimed job) {
    return held(tx, "holdJob", job.id(), job.token()).compose(JobRepository::requireHeld);
  }

  Future<Void> complete(Tx tx, Claimed job) {
    return held(tx, "completeJob", job.id(), job.token()).compose(JobRepository::requireHeld);
  }

  /** Its state from now on: WAITING or DEAD; none when somebody else has it. */
  Future<Optional<String>> fail(
      Tx tx, Claimed job, String reason, Optional<Integer> againAfterMs, int attemptsMax) {
    return tx.first(
            sql.get("failJob"),
            row -> Optional.ofNullable(row.getString(0)),
            job.id(),
            job.token(),
            reason,
            againAfterMs.orElse(null),
            attemptsMax)
        .map(state -> state.flatMap(found -> found));
  }

  Future<List<DeadJob>> dead(Tx tx, Optional<UUID> after, int limit) {
    return tx.list(sql.get("listDeadJobs"), JobRepository::dead, after.orElse(null), limit);
  }

  Future<Optional<DeadJob>> requeue(Tx tx, UUID job) {
    return tx.first(sql.get("requeueJob"), JobRepository::dead, job);
  }

  Future<List<JobObserver.Count>> count(Tx tx) {
    return tx.list(
        sql.get("countJobs"),
        row ->
            new JobObserver.Count(
                row.getString("kind"),
                row.getString("state").toLowerCase(Locale.ROOT),
                row.getLong("jobs")));
  }

  private Future<Boolean> held(Tx tx, String statement, Object... arguments) {
    return tx.first(sql.get(statement), row -> row.getBoolean(0), arguments)
        .map(Optional::orElseThrow);
  }

  private static Future<Void> requireHeld(boolean held) {
    return held ? Future.succeededFuture() : Future.failedFuture(new JobLost());
  }

  private static DeadJob dead(Row row) {
    return new DeadJob(
        row.getUUID("job_id"),
        row.getString("kind"),
        row.getInteger("attempts"),
        row.getString("reason"),
        row.getOffsetDateTime("enqueued_at"),
        row.getOffsetDateTime("died_at"));
  }

  private static Map<String, String> texts(JsonObject payload) {
    var texts = new HashMap<String, String>();
    payload.fieldNames().forEach(name -> texts.put(name, payload.getString(name)));
    return Map.copyOf(texts);
  }
}
