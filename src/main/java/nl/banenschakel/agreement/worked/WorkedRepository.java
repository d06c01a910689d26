package nl.banenschakel.agreement.worked;

import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.agreement.outcome.HoursOfYear.Group;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Sums over lines that the slice of statements publishes. */
final class WorkedRepository {
  private final Sql sql = Sql.load("agreement_worked");

  /** People with as many hours that count, and what they have together. */
  record GroupRow(Group group, WorkedHours counting, WorkedHours unmapped, WorkedHours confirmed) {}

  Future<List<GroupRow>> year(Tx tx, UUID relation, int year) {
    return tx.list(
        sql.get("listGroups"),
        row ->
            new GroupRow(
                new Group(new VerloondeUren(row.getInteger("hours")), row.getInteger("persons")),
                WorkedHours.total(row.getBigDecimal("counting")),
                WorkedHours.total(row.getBigDecimal("unmapped")),
                WorkedHours.total(row.getBigDecimal("confirmed"))),
        relation,
        LocalDate.of(year, 1, 1),
        LocalDate.of(year, 12, 31));
  }

  /** Empty where nothing was stated. */
  Future<Optional<BigDecimal>> perWeek(Tx tx, UUID relation, LocalDate today) {
    return tx.first(
            sql.get("averageWeek"),
            row -> Optional.ofNullable(row.getBigDecimal("hours_per_week")),
            relation,
            today)
        .map(found -> found.flatMap(it -> it));
  }
}
