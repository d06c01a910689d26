package nl.banenschakel.report;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Held;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.report.evidence.EvidenceService;
import nl.banenschakel.report.evidence.RelationshipQuestion;
import nl.banenschakel.report.evidence.RowKind;
import nl.banenschakel.report.evidence.RowPosition;

/** Reads what runs found. */
public final class ReportService {
  /** The roles that may read reports: those that work on the figures in them. */
  public static final Set<Role> READERS =
      Set.of(Role.HR, Role.PAYROLL, Role.FINANCE, Role.REVIEWER);

  private final Db db;
  private final Rehearsal rehearsal;
  private final EvidenceService evidence;
  private final ReportRepository reports = new ReportRepository();

  ReportService(Db db, Rehearsal rehearsal) {
    this.db = db;
    this.rehearsal = rehearsal;
    this.evidence = new EvidenceService(db);
  }

  /** The whole report of a run, to be read while it is sent, and then to be released. */
  public Future<Held<ReportDocument.Open>> open(Caller caller, UUID run) {
    return db.hold(caller.organisation(), tx -> open(tx, run));
  }

  /** What the report said, or would have said, as of a moment: the same whenever it is asked. */
  Future<Held<ReportDocument.Open>> open(Caller caller, Rehearsal.Question question) {
    return rehearsal.open(caller, question, this::open);
  }

  /** The newest run with the first rows of its tables, if there is a run yet. */
  public Future<Optional<Report.Glance>> newest(Caller caller, int rowsMax) {
    return db.snapshot(
        caller.organisation(),
        tx ->
            reports
                .newestRun(tx)
                .compose(
                    run ->
                        run.isPresent()
                            ? glance(tx, run.get(), rowsMax).map(Optional::of)
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

  /** What a person's figures are made of; fails with NotFound. */
  public Future<PersonRows> person(Caller caller, UUID run, UUID person) {
    return evidence.person(caller, run, person);
  }

  /**
   * Income relationships that a figure is made of.
   *
   * @param kind counted, wsw or all
   * @param after the next of an earlier page
   */
  public Future<PersonRows.Page> relationships(
      Caller caller,
      UUID run,
      String kind,
      Optional<String> tijdvak,
      Optional<String> after,
      int limit) {
    return evidence.relationships(
        caller, run, RelationshipQuestion.of(kind, tijdvak, after, limit));
  }

  /** Checks a kind; throws Malformed. */
  public static String requireRowKind(String text) {
    return RowKind.parse(text).text();
  }

  /** Checks where a page begins; throws Malformed. */
  public static String requireRowPosition(String text) {
    return RowPosition.parse(text).token();
  }

  /** A run's figures by department, school or cost centre. */
  Future<Breakdown.Whole> breakdown(Caller caller, UUID run, Breakdown.Dimension by) {
    return db.snapshot(
        caller.organisation(),
        tx -> {
          var header = require(tx, run);
          var totals = header.compose(there -> reports.totals(tx, run));
          var people = totals.compose(read -> reports.countPeople(tx, run));
          return people
              .compose(read -> reports.breakdown(tx, run, by))
              .map(
                  breakdown ->
                      new Breakdown.Whole(
                          header.result(), totals.result(), people.result(), breakdown));
        });
  }

  /** Some of the shares of a run, or of one row of its breakdowns, by personnel number. */
  public Future<List<Breakdown.Share>> shares(
      Caller caller, UUID run, Optional<UUID> breakdown, Paging paging) {
    return db.snapshot(
        caller.organisation(),
        tx ->
            require(tx, run)
                .compose(there -> requireBreakdown(tx, run, breakdown))
                .compose(
                    there -> reports.shares(tx, run, breakdown, paging.after(), paging.fetch())));
  }

  private Future<Void> requireBreakdown(Tx tx, UUID run, Optional<UUID> breakdown) {
    return breakdown
        .map(
            row ->
                reports
                    .hasBreakdown(tx, run, row)
                    .<Void>compose(
                        there ->
                            there
                                ? Future.succeededFuture()
                                : Future.failedFuture(new Failure.NotFound())))
        .orElseGet(Future::succeededFuture);
  }

  private Future<List<Breakdown>> breakdowns(Tx tx, UUID run) {
    var all = Stream.of(Breakdown.Dimension.values()).map(by -> reports.breakdown(tx, run, by));
    return Future.all(all.toList()).map(read -> read.<Breakdown>list());
  }

  private Future<ReportDocument.Open> open(Tx tx, UUID run) {
    return report(tx, run)
        .map(
            report ->
                new ReportDocument.Open(
                    report, reports.allPeople(tx, run), reports.allFindings(tx, run)));
  }

  private Future<Report.Glance> glance(Tx tx, UUID run, int rowsMax) {
    var report = report(tx, run);
    var people = report.compose(read -> reports.people(tx, run, Optional.empty(), rowsMax));
    return people
        .compose(read -> reports.groups(tx, run, rowsMax))
        .map(groups -> new Report.Glance(report.result(), people.result(), groups));
  }

  private Future<Report> report(Tx tx, UUID run) {
    var header = require(tx, run);
    var totals = header.compose(there -> reports.totals(tx, run));
    var breakdowns = totals.compose(read -> breakdowns(tx, run));
    var tijdvakken = breakdowns.compose(read -> reports.tijdvakken(tx, run));
    var people = tijdvakken.compose(read -> reports.countPeople(tx, run));
    return people
        .compose(read -> reports.countFindings(tx, run))
        .map(
            findings ->
                new Report(
                    header.result(),
                    totals.result(),
                    breakdowns.result(),
                    tijdvakken.result(),
                    people.result(),
                    findings));
  }

  private Future<Report.Header> require(Tx tx, UUID run) {
    return reports.header(tx, run).map(found -> found.orElseThrow(Failure.NotFound::new));
  }
}
