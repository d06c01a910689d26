package nl.banenschakel.platform.audit.review;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Lines, read. */
final class AuditReviewRepository {
  private final Sql sql = Sql.load("audit");

  Future<List<WrittenLine>> list(Tx tx, Asked asked) {
    return tx.list(
        sql.get("listLines"),
        AuditReviewRepository::line,
        asked.paging().after().orElse(null),
        asked.operation().orElse(null),
        asked.person().orElse(null),
        asked.from().orElse(null),
        asked.until().orElse(null),
        asked.paging().fetch());
  }

  /** Takes away lines of before a moment, the oldest first; gives how many those were. */
  Future<Integer> remove(Tx tx, OffsetDateTime before, int linesMax) {
    return tx.first(sql.get("removeLines"), row -> row.getInteger("removed"), before, linesMax)
        .map(Optional::orElseThrow);
  }

  /** When the oldest line was written. */
  Future<Optional<OffsetDateTime>> oldest(Tx tx) {
    return tx.first(sql.get("findOldestLine"), row -> row.getOffsetDateTime("logged_at"));
  }

  private static WrittenLine line(Row row) {
    return new WrittenLine(
        row.getUUID("line_id"),
        row.getOffsetDateTime("logged_at"),
        new WrittenLine.Reader(
            row.getString("subject"),
            Optional.ofNullable(row.getString("client")),
            List.of(row.getArrayOfStrings("roles")),
            Optional.ofNullable(row.getUUID("representative_id"))),
        row.getString("operation"),
        row.getString("outcome"),
        row.getShort("status"),
        Optional.ofNullable(row.getString("code")),
        Optional.ofNullable(row.getUUID("resource")),
        new WrittenLine.Ground(
            Optional.ofNullable(row.getString("activity")),
            Optional.ofNullable(row.getString("basis"))),
        Optional.ofNullable(row.getInteger("persons")),
        List.of(row.getArrayOfUUIDs("person_ids")),
        row.getUUID("request_id"),
        Optional.ofNullable(row.getString("traceparent")));
  }
}
