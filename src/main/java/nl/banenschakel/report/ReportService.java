package nl.banenschakel.report;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.http.Paging;

/** Reads what runs found. */
public final class ReportService {
  /** The roles that may read reports: those that work on the figures in them. */
  public static final Set<Role> READERS =
      Set.of(Role.HR, Role.PAYROLL, Role.FINANCE, Role.REVIEWER);

  private final Db db;
  private final ReportRepository reports = new ReportRepository();

  ReportService(Db db) {
    this.db = db;
  }

  /** The whole report of a run. */
  public Future<Report> report(Caller caller, UUID run) {
    return db.snapshot(caller.organisation(), tx -> report(tx, run));
  }

  /** The report of the newest run, if there is a run yet. */
  public Future<Optional<Report>> newest(Caller caller) {
    return db.snapshot(
        caller.organisation(),
        tx ->
            reports
                .newestRun(tx)
                .compose(
                    run ->
                        run.isPresent()
                            ? report(tx, run.get()).map(Optional::of)
                            : Future.succeededFuture(Optional.empty())));
  }

  /** Some of a run's people, by personnel number. */
  public Future<List<Report.Person>> people(Caller caller, UUID run, Paging paging) {
    return db.snapshot(
        caller.organisation(),
        tx ->
            require(tx, run)
                .compose(there -> reports.people(tx, run, paging.after(), paging.fetch())));
  }

  /** Some of a run's differences, by code, personnel number and tijdvak. */
  public Future<List<Report.Finding>> findings(
      Caller caller, UUID run, Optional<String> code, Paging paging) {
    return db.snapshot(
        caller.organisation(),
        tx ->
            require(tx, run)
                .compose(there -> reports.findings(tx, run, code, paging.after(), paging.fetch())));
  }

  private Future<Report> report(Tx tx, UUID run) {
    var header = require(tx, run);
    var totals = header.compose(there -> reports.totals(tx, run));
    var tijdvakken = totals.compose(read -> reports.tijdvakken(tx, run));
    var people =
        tijdvakken.compose(read -> reports.people(tx, run, Optional.empty(), Integer.MAX_VALUE));
    return people
        .compose(
            read ->
                reports.findings(tx, run, Optional.empty(), Optional.empty(), Integer.MAX_VALUE))
        .map(
            findings ->
                new Report(
                    header.result(),
                    totals.result(),
                    tijdvakken.result(),
                    people.result(),
                    findings));
  }

  private Future<Report.Header> require(Tx tx, UUID run) {
    return reports.header(tx, run).map(found -> found.orElseThrow(Failure.NotFound::new));
  }
}
