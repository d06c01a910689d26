package nl.banenschakel.register.fetch;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of {@code register.schedule}: one for each number for which it was set. */
final class ScheduleRepository {
  private final Sql sql = Sql.load("register");

  Future<List<Schedule>> list(Tx tx, Optional<UUID> after, int limit) {
    return tx.list(
        sql.get("listSchedules"), ScheduleRepository::schedule, after.orElse(null), limit);
  }

  Future<Optional<Schedule>> find(Tx tx, UUID number) {
    return tx.first(sql.get("findSchedule"), ScheduleRepository::schedule, number);
  }

  /** As it is now; nobody sets it until the transaction ends. */
  Future<Schedule> lock(Tx tx, UUID number) {
    return tx.first(sql.get("lockSchedule"), ScheduleRepository::schedule, number)
        .map(Optional::orElseThrow);
  }

  Future<Optional<UUID>> idOf(Tx tx, Loonheffingennummer number) {
    return tx.first(sql.get("findNumberId"), row -> row.getUUID("number_id"), number.text());
  }

  /** False: it is another version now than the one that was seen. */
  Future<Boolean> put(Tx tx, Schedule seen, ScheduleDraft draft, Instant now, String changedBy) {
    var start = draft.startAt().orElse(now);
    var next = Schedule.planned(start, draft.every(), now.minusMillis(1));
    return tx.first(
            sql.get("putSchedule"),
            row -> true,
            tx.tenant(),
            seen.number(),
            seen.version(),
            draft.isActive(),
            draft.every().toString(),
            at(start),
            draft.isActive() ? at(next) : null,
            changedBy)
        .map(Optional::isPresent);
  }

  Future<Void> setNext(Tx tx, UUID number, Instant next) {
    return tx.update(sql.get("setNext"), number, at(next)).mapEmpty();
  }

  Future<Void> succeeded(Tx tx, UUID number, Instant now, UUID snapshot, Instant next) {
    return tx.update(sql.get("fetchSucceeded"), number, at(now), snapshot, at(next)).mapEmpty();
  }

  Future<Void> failed(Tx tx, UUID number, Instant now, String code, Instant next) {
    return tx.update(sql.get("fetchFailed"), number, at(now), code, at(next)).mapEmpty();
  }

  private static Schedule schedule(Row row) {
    boolean isSet = row.getInteger("version") != null;
    return new Schedule(
        row.getUUID("number_id"),
        Loonheffingennummer.parse(row.getString("loonheffingennummer")),
        isSet ? row.getInteger("version") : 0,
        isSet && row.getBoolean("active"),
        isSet ? Period.parse(row.getString("every")) : Schedule.MONTHLY,
        Optional.ofNullable(row.getOffsetDateTime("start_at")),
        Optional.ofNullable(row.getOffsetDateTime("next_at")),
        Optional.ofNullable(row.getString("failure")).map(code -> trouble(row, code)),
        Optional.ofNullable(row.getOffsetDateTime("fetched_at")),
        Optional.ofNullable(row.getUUID("snapshot_id")));
  }

  private static Schedule.Trouble trouble(Row row, String code) {
    return new Schedule.Trouble(
        code, row.getInteger("failures"), row.getOffsetDateTime("failing_since"));
  }

  private static OffsetDateTime at(Instant moment) {
    return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
  }
}
