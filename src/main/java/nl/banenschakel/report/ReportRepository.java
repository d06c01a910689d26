package nl.banenschakel.report;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.platform.db.Rows;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** The views of {@code reconciliation}, as records. */
final class ReportRepository {
  private final Sql sql = Sql.load("report");

  Future<Optional<UUID>> newestRun(Tx tx) {
    return tx.first(sql.get("newestRun"), row -> row.getUUID(0));
  }

  Future<Optional<Report.Header>> header(Tx tx, UUID run) {
    return tx.first(sql.get("findHeader"), ReportRepository::header, run);
  }

  Future<Report.Totals> totals(Tx tx, UUID run) {
    return tx.first(sql.get("findTotals"), ReportRepository::totals, run)
        .map(Optional::orElseThrow);
  }

  Future<List<Report.Period>> tijdvakken(Tx tx, UUID run) {
    return tx.list(
        sql.get("listTijdvakken"),
        row ->
            new Report.Period(
                row.getString("tijdvak"), row.getBoolean("returned"), row.getBoolean("asked")),
        run);
  }

  Future<List<Report.Person>> people(Tx tx, UUID run, Optional<UUID> after, int limit) {
    return tx.list(sql.get("listPeople"), ReportRepository::person, run, after.orElse(null), limit);
  }

  Future<List<Report.Finding>> findings(
      Tx tx, UUID run, Optional<String> code, Optional<UUID> after, int limit) {
    return tx.list(
        sql.get("listFindings"),
        ReportRepository::finding,
        run,
        code.orElse(null),
        after.orElse(null),
        limit);
  }

  Rows<Report.Person> allPeople(Tx tx, UUID run) {
    return tx.rows(sql.get("readPeople"), ReportRepository::person, run);
  }

  Rows<Report.Finding> allFindings(Tx tx, UUID run) {
    return tx.rows(sql.get("readFindings"), ReportRepository::finding, run);
  }

  /** By code, of each the first so many. */
  Future<List<Report.Group>> groups(Tx tx, UUID run, int rowsMax) {
    return tx.run(sql.get("listFirstFindings"), run, rowsMax).map(ReportRepository::groups);
  }

  Future<Integer> countFindings(Tx tx, UUID run) {
    return tx.first(sql.get("countFindings"), row -> row.getInteger(0), run)
        .map(Optional::orElseThrow);
  }

  Future<Integer> countPeople(Tx tx, UUID run) {
    return tx.first(sql.get("countPeople"), row -> row.getInteger(0), run)
        .map(Optional::orElseThrow);
  }

  Future<Breakdown> breakdown(Tx tx, UUID run, Breakdown.Dimension by) {
    return tx.list(sql.get("listBreakdown"), ReportRepository::breakdownRow, run, by.name())
        .map(rows -> new Breakdown(by, rows));
  }

  Future<Boolean> hasBreakdown(Tx tx, UUID run, UUID breakdown) {
    return tx.first(sql.get("findBreakdown"), row -> true, run, breakdown).map(Optional::isPresent);
  }

  Future<List<Breakdown.Share>> shares(
      Tx tx, UUID run, Optional<UUID> breakdown, Optional<UUID> after, int limit) {
    return tx.list(
        sql.get("listShares"),
        ReportRepository::share,
        run,
        breakdown.orElse(null),
        after.orElse(null),
        limit);
  }

  private static List<Report.Group> groups(RowSet<Row> rows) {
    var groups = new LinkedHashMap<String, Report.Group>();
    for (var row : rows) {
      groups
          .computeIfAbsent(
              row.getString("code"),
              code -> new Report.Group(code, row.getInteger("size"), new ArrayList<>()))
          .findings()
          .add(finding(row));
    }
    return List.copyOf(groups.values());
  }

  private static Report.Header header(Row row) {
    return new Report.Header(
        row.getUUID("run_id"),
        row.getString("name"),
        row.getString("loonheffingennummer"),
        row.getLocalDate("period_from"),
        row.getLocalDate("period_until"),
        row.getOffsetDateTime("finished_at"),
        Optional.ofNullable(row.getOffsetDateTime("as_of")),
        Optional.ofNullable(row.getUUID("snapshot_id")),
        row.getInteger("register_lines"),
        Optional.ofNullable(row.getLocalDate("register_peildatum"))
            .map(peildatum -> freshness(peildatum, row)),
        row.getString("result_hash"),
        row.getBigDecimal("hours_per_job_year"),
        row.getBigDecimal("hours_per_job_week"));
  }

  private static Report.Freshness freshness(LocalDate peildatum, Row row) {
    return new Report.Freshness(
        peildatum,
        row.getInteger("age_days"),
        Report.Freshness.Level.valueOf(row.getString("level")));
  }

  private static Report.Totals totals(Row row) {
    return new Report.Totals(
        new VerloondeUren(row.getLong("verloonde_uren_all")),
        new VerloondeUren(row.getLong("verloonde_uren_registered")),
        new VerloondeUren(row.getLong("verloonde_uren_wsw")),
        ContractHours.perWeek(row.getBigDecimal("contract_hours_per_week_registered")),
        row.getBigDecimal("jobs_year"),
        row.getBigDecimal("jobs_week"));
  }

  private static Report.Person person(Row row) {
    return new Report.Person(
        row.getUUID("person_id"),
        Optional.ofNullable(row.getString("personnel_number")),
        Optional.ofNullable(row.getLocalDate("since")),
        Optional.ofNullable(row.getBigDecimal("contract_hours_per_week"))
            .map(ContractHours::perWeek),
        new VerloondeUren(row.getInteger("verloonde_uren")));
  }

  private static Report.Finding finding(Row row) {
    return new Report.Finding(
        row.getUUID("finding_id"),
        row.getString("code"),
        Optional.ofNullable(row.getUUID("person_id")),
        Optional.ofNullable(row.getString("personnel_number")),
        Optional.ofNullable(row.getString("tijdvak")),
        Optional.ofNullable(row.getInteger("register_line")),
        Optional.ofNullable(row.getBigDecimal("expected")),
        Optional.ofNullable(row.getBigDecimal("actual")));
  }

  private static Breakdown.Row breakdownRow(Row row) {
    return new Breakdown.Row(
        row.getUUID("breakdown_id"),
        Optional.ofNullable(row.getString("value")),
        row.getInteger("people"),
        ContractHours.perWeek(row.getBigDecimal("contract_hours_per_week")),
        new VerloondeUren(row.getLong("verloonde_uren")),
        row.getBigDecimal("jobs_year"),
        row.getBigDecimal("jobs_week"));
  }

  private static Breakdown.Share share(Row row) {
    return new Breakdown.Share(
        row.getUUID("share_id"),
        row.getUUID("person_id"),
        Optional.ofNullable(row.getString("personnel_number")),
        Optional.ofNullable(row.getString("department")),
        Optional.ofNullable(row.getString("school")),
        Optional.ofNullable(row.getString("cost_centre")),
        row.getInteger("people"),
        ContractHours.perWeek(row.getBigDecimal("contract_hours_per_week")),
        new VerloondeUren(row.getInteger("verloonde_uren")));
  }
}
