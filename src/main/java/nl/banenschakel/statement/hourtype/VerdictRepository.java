package nl.banenschakel.statement.hourtype;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of {@code statement.line_verdict}. */
final class VerdictRepository {
  private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

  private final Sql sql = Sql.load("statement_hourtype");

  /** Those of all lines of a statement, in order. */
  Future<Void> add(Tx tx, UUID statement, Optional<UUID> receiver, List<Verdict> verdicts) {
    return tx.update(
            sql.get("addVerdicts"),
            tx.tenant(),
            statement,
            receiver.orElse(null),
            verdicts.stream().map(Verdict::name).toArray(String[]::new))
        .mapEmpty();
  }

  /** Gives lines that wait the verdict that their type has by now; tells of which statements. */
  Future<List<UUID>> judgeAnew(Tx tx, List<HourType> types, int limit) {
    return tx.list(
        sql.get("judgeAnew"),
        row -> row.getUUID("statement_id"),
        tx.tenant(),
        types.stream().map(HourType::name).toArray(String[]::new),
        types.stream().map(type -> type.verdict().name()).toArray(String[]::new),
        types.stream().map(HourType::validFrom).toArray(LocalDate[]::new),
        types.stream().map(type -> type.validUntil().orElse(NO_END)).toArray(LocalDate[]::new),
        limit);
  }

  /** Types that wait, the one that waits longest first. */
  Future<List<UnmappedType>> unmapped(Tx tx, int limit) {
    return tx.list(
        sql.get("listUnmapped"),
        row ->
            new UnmappedType(
                row.getString("hour_type"),
                row.getInteger("lines"),
                WorkedHours.total(row.getBigDecimal("hours")),
                row.getLocalDate("first_day"),
                row.getOffsetDateTime("since")),
        tx.tenant(),
        limit);
  }
}
