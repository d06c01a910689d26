package nl.banenschakel.web;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.report.Breakdown;
import nl.banenschakel.report.CsvReport;
import nl.banenschakel.report.CsvTable;
import nl.banenschakel.report.PersonRows;
import nl.banenschakel.report.Report;
import nl.banenschakel.report.ReportDocument;
import nl.banenschakel.report.ReportService;
import nl.banenschakel.report.Sentences;

/** What the figures of a report are made of, a page at a time, down to the evidence. */
final class RowsPage {
  private final ReportService reports;
  private final Readers readers;
  private final Html html;

  RowsPage(ReportService reports, Readers readers, Html html) {
    this.reports = reports;
    this.readers = readers;
    this.html = html;
  }

  void mount(Endpoints http) {
    http.open("showPeople", RowsAt.PATH + "/mensen", Reads.REGISTER, this::people);
    http.open("showPerson", RowsAt.PATH + "/mensen/:person", Reads.REGISTER, this::person);
    http.open("showFindings", RowsAt.PATH + "/verschillen", Reads.REGISTER, this::findings);
    http.open("showShares", RowsAt.PATH + "/verdeling", Reads.REGISTER, this::shares);
    http.open("showRelationships", RowsAt.PATH + "/inkomens", Reads.PAYROLL, this::relationships);
    http.open("showCsv", RowsAt.PATH + "/rapport.csv", Reads.REGISTER, this::csv);
  }

  private Future<Reply> people(Call call) {
    var at = new RowsAt(call.pathId("run"));
    var parameters = call.parameters();
    var after = parameters.query("na", UUID::fromString).optional();
    var paging = parameters.build(() -> new Paging(after.get(), Table.ROWS_MAX));
    return readers.read(
        call,
        caller ->
            reports
                .people(caller, at.run(), paging)
                .map(
                    found -> {
                      var given = paging.given(found);
                      var more = more(found, paging, Report.Person::id, at.people() + "?na=");
                      return page("Mensen uit het register", more, Table.people(at, given))
                          .about(People.of(given.stream().map(Report.Person::id).toList()));
                    }));
  }

  private Future<Reply> findings(Call call) {
    var at = new RowsAt(call.pathId("run"));
    var parameters = call.parameters();
    var code = parameters.query("code", RowsPage::code).required();
    var after = parameters.query("na", UUID::fromString).optional();
    return parameters.build(
        () -> {
          var paging = new Paging(after.get(), Table.ROWS_MAX);
          var next = at.findings(code.get()) + "&na=";
          return readers.read(
              call,
              caller ->
                  reports
                      .findings(caller, at.run(), Optional.of(code.get()), paging)
                      .map(
                          found ->
                              page(
                                      Sentences.DUTCH.title(code.get()),
                                      more(found, paging, Report.Finding::id, next),
                                      Table.findings(at, paging.given(found)))
                                  .about(Report.Finding.people(paging.given(found)))));
        });
  }

  private Future<Reply> shares(Call call) {
    var at = new RowsAt(call.pathId("run"));
    var parameters = call.parameters();
    var row = parameters.query("rij", UUID::fromString).optional();
    var after = parameters.query("na", UUID::fromString).optional();
    return parameters.build(
        () -> {
          var paging = new Paging(after.get(), Table.ROWS_MAX);
          var next = at.shares() + row.get().map(it -> "?rij=" + it + "&na=").orElse("?na=");
          return readers.read(
              call,
              caller ->
                  reports
                      .shares(caller, at.run(), row.get(), paging)
                      .map(
                          found ->
                              page(
                                      "Verdeling van mensen en verloonde uren",
                                      more(found, paging, Breakdown.Share::id, next),
                                      Table.shares(at, paging.given(found)))
                                  .about(Breakdown.Share.people(paging.given(found)))));
        });
  }

  private Future<Reply> person(Call call) {
    var at = new RowsAt(call.pathId("run"));
    var person = call.pathId("person");
    return readers.read(
        call,
        caller ->
            reports
                .person(caller, at.run(), person)
                .map(
                    rows ->
                        page(
                                "Personeelsnummer " + rows.personnelNumber().orElse("niet bekend"),
                                Optional.empty(),
                                Table.tijdvakken(rows),
                                Table.contracts(rows),
                                Table.relationships(rows.relationships()))
                            .about(People.of(List.of(person)))));
  }

  private Future<Reply> relationships(Call call) {
    var at = new RowsAt(call.pathId("run"));
    var parameters = call.parameters();
    var kind = parameters.query("soort", ReportService::requireRowKind).required();
    var tijdvak = parameters.query("tijdvak", Tijdvak::parse).optional();
    var after = parameters.query("na", ReportService::requireRowPosition).optional();
    return parameters.build(
        () -> {
          var of = tijdvak.get().map(Tijdvak::code);
          var here = at.relationships(kind.get()) + of.map(it -> "&tijdvak=" + it).orElse("");
          return readers.read(
              call,
              caller ->
                  reports
                      .relationships(caller, at.run(), kind.get(), of, after.get(), Table.ROWS_MAX)
                      .map(
                          found ->
                              page(
                                      "Inkomstenverhoudingen",
                                      found.next().map(token -> here + "&na=" + token),
                                      Table.relationships(found.rows()))
                                  .about(PersonRows.Relationship.people(found.rows()))));
        });
  }

  /** The whole report, for a spreadsheet. */
  private Future<Reply> csv(Call call) {
    var run = call.pathId("run");
    return readers.read(
        call,
        caller ->
            reports
                .open(caller, run)
                .map(
                    held ->
                        Reply.stream(
                                "text/csv",
                                ReportDocument.write(
                                    held, new CsvReport(CsvTable.Flavour.EXCEL_NL)))
                            .with("Content-Disposition", "attachment; filename=\"rapport.csv\"")
                            .about(People.of(held.value().report().people()))));
  }

  private Reply page(String title, Optional<String> more, Table... tables) {
    return html.page("rows.jte", Map.of("title", title, "tables", List.of(tables), "more", more));
  }

  private static <T> Optional<String> more(
      List<T> found, Paging paging, Function<T, UUID> id, String address) {
    return found.size() > paging.limit()
        ? Optional.of(address + id.apply(found.get(paging.limit() - 1)))
        : Optional.empty();
  }

  /** One that there are sentences for. */
  private static String code(String text) {
    if (!Sentences.DUTCH.knows(text)) {
      throw new IllegalArgumentException();
    }
    return text;
  }
}
