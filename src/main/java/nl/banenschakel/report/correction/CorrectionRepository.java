package nl.banenschakel.report.correction;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Rows;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.report.Report;

/** Corrections as {@code reconciliation} publishes them. */
final class CorrectionRepository {
  private final Sql sql = Sql.load("report_correction");

  Future<Optional<Corrections.Run>> run(Tx tx, UUID run) {
    return tx.first(
        sql.get("findRun"),
        row ->
            new Corrections.Run(
                row.getUUID("run_id"),
                row.getString("loonheffingennummer"),
                row.getLocalDate("period_from"),
                row.getLocalDate("period_until"),
                row.getString("result_hash")),
        run);
  }

  Future<Long> countUpTo(Tx tx, UUID run, long limit) {
    return tx.first(sql.get("countCorrections"), row -> row.getLong(0), run, limit)
        .map(Optional::orElseThrow);
  }

  Rows<Corrections.Item> all(Tx tx, UUID run) {
    return tx.rows(sql.get("readCorrections"), CorrectionRepository::item, run);
  }

  private static Corrections.Item item(Row row) {
    var finding =
        new Report.Finding(
            row.getUUID("finding_id"),
            row.getString("code"),
            Optional.empty(),
            Optional.ofNullable(row.getString("personnel_number")),
            Optional.ofNullable(row.getString("tijdvak")),
            Optional.empty(),
            Optional.ofNullable(row.getBigDecimal("hours_proposed")),
            Optional.ofNullable(row.getBigDecimal("hours_before")));
    return new Corrections.Item(
        finding, row.getBoolean("lkv"), Optional.ofNullable(row.getLocalDate("last_day")));
  }
}
