package nl.banenschakel.agreement.worked;

import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.agreement.outcome.HoursOfYear;
import nl.banenschakel.agreement.worked.WorkedRepository.GroupRow;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.db.Tx;

/** Tells how many hours stand in a relation: to both the same. */
public final class WorkedService {
  private final WorkedRepository worked = new WorkedRepository();

  /** Those of a calendar year. */
  public Future<StatedYear> year(Tx tx, UUID relation, int year) {
    return worked.year(tx, relation, year).map(rows -> of(year, rows));
  }

  /**
   * How many that count are to be expected in a week: as many as there were on average in the 52
   * weeks until the last stated day, or since the first one where that is later. Empty where
   * nothing stands.
   */
  public Future<Optional<BigDecimal>> perWeek(Tx tx, UUID relation, LocalDate today) {
    return worked.perWeek(tx, relation, today);
  }

  private static StatedYear of(int year, List<GroupRow> rows) {
    return new StatedYear(
        year,
        new HoursOfYear(rows.stream().map(GroupRow::group).toList()),
        rows.stream().map(GroupRow::counting).reduce(WorkedHours.NONE, WorkedHours::plus),
        rows.stream().map(GroupRow::unmapped).reduce(WorkedHours.NONE, WorkedHours::plus),
        rows.stream().map(GroupRow::confirmed).reduce(WorkedHours.NONE, WorkedHours::plus));
  }
}
