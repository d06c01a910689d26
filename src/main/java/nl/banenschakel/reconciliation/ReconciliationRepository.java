package nl.banenschakel.reconciliation;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of the schema {@code reconciliation}, and the steps that fill them. */
final class ReconciliationRepository {
  private static final List<String> STEPS =
      Stream.of(
              "30_person_tijdvak",
              "40_person",
              "45_share",
              "50_registered_without_contract",
              "51_hours_without_contract",
              "52_registered_without_hours",
              "53_hours_differ",
              "54_period_missing",
              "55_expected_not_registered",
              "56_lkv_not_requested",
              "57_contract_overlap",
              "58_return_total_differs",
              "70_totals",
              "75_breakdown",
              "80_result_hash")
          .map(step -> Sql.file("db/reconcile/" + step + ".sql"))
          .toList();

  private final Sql sql = Sql.load("reconciliation");
  private final String tijdvakStep = Sql.file("db/reconcile/10_tijdvak.sql");

  Future<Boolean> owns(Tx tx, Loonheffingennummer number) {
    return tx.first(sql.get("ownsNumber"), row -> true, number.text()).map(Optional::isPresent);
  }

  /** What stands for a number of the tenant's own in a queue. */
  Future<UUID> idOf(Tx tx, Loonheffingennummer number) {
    return tx.first(sql.get("findNumberId"), row -> row.getUUID("number_id"), number.text())
        .map(Optional::orElseThrow);
  }

  Future<Loonheffingennummer> numberOf(Tx tx, UUID id) {
    return tx.first(
            sql.get("findNumber"),
            row -> Loonheffingennummer.parse(row.getString("loonheffingennummer")),
            id)
        .map(Optional::orElseThrow);
  }

  Future<List<Span.Returned>> returned(Tx tx, RunDraft draft) {
    return tx.list(
        sql.get("listReturned"),
        row ->
            new Span.Returned(Tijdvak.parse(row.getString("tijdvak")), row.getBoolean("regular")),
        draft.number().text(),
        draft.asOf().instant());
  }

  Future<Void> begin(Tx tx, UUID run, RunDraft draft, Span span, Rules rules, String startedBy) {
    return tx.update(
            sql.get("beginRun"),
            tx.tenant(),
            run,
            draft.number().text(),
            span.from(),
            span.until(),
            startedBy,
            rules.hoursPerJobYear(),
            rules.hoursPerJobWeek(),
            rules.toleranceHours(),
            rules.toleranceShare(),
            rules.graceRefreshes(),
            rules.countedKinds().toArray(Integer[]::new),
            rules.wswKinds().toArray(Integer[]::new),
            draft.asOf().instant(),
            rules.lkvRequestsUntil().toArray(Integer[]::new),
            rules.correctionsUntil().toArray(Integer[]::new),
            rules.registerAmberDays(),
            rules.registerRedDays())
        .compose(begun -> span(tx, run, span, rules.returnDueMonths()));
  }

  /** Every step is one statement over the run; the next one reads what it filled. */
  Future<Void> runSteps(Tx tx, UUID run) {
    Future<?> done = tx.run(sql.get("preferHashJoins"));
    for (var step : STEPS) {
      done = done.compose(filled -> tx.update(step, run));
    }
    return done.mapEmpty();
  }

  Future<Optional<Run>> find(Tx tx, UUID run) {
    return tx.first(sql.get("findRun"), ReconciliationRepository::run, run);
  }

  Future<List<Run>> list(Tx tx, Optional<UUID> after, int limit) {
    return tx.list(sql.get("listRuns"), ReconciliationRepository::run, after.orElse(null), limit);
  }

  private Future<Void> span(Tx tx, UUID run, Span span, int dueMonths) {
    var tijdvakken = span.tijdvakken();
    return tx.update(
            tijdvakStep,
            run,
            tijdvakken.stream().map(Tijdvak::code).toArray(String[]::new),
            tijdvakken.stream().map(Tijdvak::start).toArray(LocalDate[]::new),
            tijdvakken.stream().map(Tijdvak::end).toArray(LocalDate[]::new),
            tijdvakken.stream().map(it -> it.returnDue(dueMonths)).toArray(LocalDate[]::new))
        .mapEmpty();
  }

  private static Run run(Row row) {
    return new Run(
        row.getUUID("run_id"),
        Loonheffingennummer.parse(row.getString("loonheffingennummer")),
        row.getLocalDate("period_from"),
        row.getLocalDate("period_until"),
        Optional.ofNullable(row.getOffsetDateTime("as_of")),
        row.getString("started_by"),
        row.getOffsetDateTime("started_at"),
        row.getOffsetDateTime("finished_at"),
        new Run.Totals(
            new VerloondeUren(row.getLong("verloonde_uren_all")),
            new VerloondeUren(row.getLong("verloonde_uren_registered")),
            new VerloondeUren(row.getLong("verloonde_uren_wsw")),
            ContractHours.perWeek(row.getBigDecimal("contract_hours_per_week_registered")),
            row.getBigDecimal("jobs_year"),
            row.getBigDecimal("jobs_week")),
        row.getString("result_hash"));
  }
}
