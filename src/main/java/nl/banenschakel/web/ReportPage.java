package nl.banenschakel.web;

import io.vertx.core.Future;
import java.util.Map;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.report.Report;
import nl.banenschakel.report.ReportService;

/** The newest report of the organisation of whoever is signed in. */
final class ReportPage {
  static final String PATH = "/";

  private final ReportService reports;
  private final Readers readers;
  private final Html html;

  ReportPage(ReportService reports, Readers readers, Html html) {
    this.reports = reports;
    this.readers = readers;
    this.html = html;
  }

  void mount(Endpoints http) {
    http.open("showReport", PATH, Reads.REGISTER, call -> readers.read(call, this::report));
  }

  private Future<Reply> report(Caller caller) {
    return reports
        .newest(caller, Table.ROWS_MAX)
        .map(newest -> newest.map(this::page).orElseGet(() -> html.page("no-run.jte", Map.of())));
  }

  private Reply page(Report.Glance glance) {
    var groups = glance.groups().stream().map(Group::new).toList();
    var at = new RowsAt(glance.report().header().run());
    var shown =
        Map.<String, Object>of(
            "report", glance.report(), "people", glance.people(), "groups", groups, "at", at);
    return html.page("report.jte", shown).about(People.of(glance.report().people()));
  }
}
