package nl.banenschakel.year;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** The rows of an opening, page by page. */
final class YearRowRepository {
  private final Sql sql = Sql.load("year");

  /** By contract. */
  Future<List<CarriedContract>> carried(Tx tx, Opening opening, RowQuestion asked) {
    return tx.list(
        sql.get("listCarried"),
        YearRowRepository::carried,
        opening.year(),
        asked.sayingIt(opening),
        asked.notSayingIt(opening).orElse(null),
        asked.after().orElse(null),
        asked.limit());
  }

  /** By id. */
  Future<List<LeftBehind>> left(Tx tx, Opening opening, RowQuestion asked) {
    return tx.list(
        sql.get("listLeft"),
        YearRowRepository::left,
        opening.year(),
        asked.sayingIt(opening),
        asked.notSayingIt(opening).orElse(null),
        asked.reason().map(Reason::name).orElse(null),
        asked.after().orElse(null),
        asked.limit());
  }

  private static CarriedContract carried(Row row) {
    return new CarriedContract(
        row.getUUID("contract_id"),
        Loonheffingennummer.parse(row.getString("loonheffingennummer")),
        row.getUUID("person_id"),
        row.getString("personnel_number"),
        row.getLocalDate("start_date"),
        Optional.ofNullable(row.getLocalDate("end_date")),
        ContractHours.perWeek(row.getBigDecimal("hours_per_week")),
        new CarriedContract.Evidence(
            row.getOffsetDateTime("known_from"), row.getUUID("upload_id"), row.getInteger("line")));
  }

  private static LeftBehind left(Row row) {
    return new LeftBehind(
        row.getUUID("item_id"),
        Reason.valueOf(row.getString("reason")),
        Optional.ofNullable(row.getString("loonheffingennummer")).map(Loonheffingennummer::parse),
        Optional.ofNullable(row.getUUID("contract_id")),
        Optional.ofNullable(row.getUUID("person_id")),
        Optional.ofNullable(row.getString("personnel_number")),
        Optional.ofNullable(row.getString("tijdvak")),
        Optional.ofNullable(row.getString("norm")),
        Optional.ofNullable(row.getLocalDate("day")));
  }
}
