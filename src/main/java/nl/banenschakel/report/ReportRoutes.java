package nl.banenschakel.report;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Held;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Parameters;
import nl.banenschakel.platform.http.Reply;

/** Reports over HTTP. */
final class ReportRoutes {
  private static final Set<Role> READ = ReportService.READERS;
  private static final String JSON = "application/json";
  private static final String CSV = "text/csv";
  private static final String TEXT = "text/plain";

  private final ReportService reports;

  private record BreakdownQuestion(UUID run, Breakdown.Dimension by, CsvTable.Flavour flavour) {}

  ReportRoutes(ReportService reports) {
    this.reports = reports;
  }

  void mount(Endpoints http) {
    var run = "/v1/reconciliations/:id";
    http.get("listFindings", run + "/findings", READ, Reads.REGISTER, this::findings);
    http.get("listPeople", run + "/people", READ, Reads.REGISTER, this::people);
    http.get("listShares", run + "/shares", READ, Reads.REGISTER, this::shares);
    http.get("getBreakdownReport", "/v1/reports/breakdown", READ, Reads.REGISTER, this::breakdown);
    http.get(
        "getReconciliationReport",
        "/v1/reports/reconciliation",
        READ,
        Reads.REGISTER,
        this::report);
  }

  private Future<Reply> findings(Call call) {
    var run = call.pathId("id");
    var parameters = call.parameters();
    var code = parameters.query("code", ReportRoutes::code).optional();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return reports
        .findings(call.caller(), run, code.get(), paging)
        .map(
            found ->
                Reply.ok(paging.page(found, Report.Finding::id, it -> ReportJson.of(run, it)))
                    .about(Report.Finding.people(paging.given(found))));
  }

  private Future<Reply> people(Call call) {
    var run = call.pathId("id");
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return reports
        .people(call.caller(), run, paging)
        .map(
            found ->
                Reply.ok(paging.page(found, Report.Person::id, it -> ReportJson.of(run, it)))
                    .about(
                        People.of(paging.given(found).stream().map(Report.Person::id).toList())));
  }

  private Future<Reply> shares(Call call) {
    var run = call.pathId("id");
    var parameters = call.parameters();
    var breakdown = parameters.query("breakdown", UUID::fromString).optional();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return reports
        .shares(call.caller(), run, breakdown.get(), paging)
        .map(
            found ->
                Reply.ok(paging.page(found, Breakdown.Share::id, it -> BreakdownJson.of(run, it)))
                    .about(Breakdown.Share.people(paging.given(found))));
  }

  private Future<Reply> breakdown(Call call) {
    var parameters = call.parameters();
    var run = parameters.query("run", UUID::fromString).required();
    var by = parameters.query("by", ReportRoutes::dimension).required();
    var flavour = CsvTable.Flavour.asked(parameters);
    var asked = parameters.build(() -> new BreakdownQuestion(run.get(), by.get(), flavour.get()));
    call.resource(asked.run());
    var type = call.choose(List.of(JSON, CSV));
    return reports
        .breakdown(call.caller(), asked.run(), asked.by())
        .map(
            report ->
                type.equals(CSV)
                    ? Reply.text(CSV, report.csv(asked.flavour()))
                    : Reply.ok(BreakdownJson.of(report)));
  }

  private Future<Reply> report(Call call) {
    var parameters = call.parameters();
    return parameters.isAsked("asOf") ? moment(call, parameters) : ofRun(call, parameters);
  }

  private Future<Reply> ofRun(Call call, Parameters parameters) {
    var named = parameters.query("run", UUID::fromString).required();
    var flavour = CsvTable.Flavour.asked(parameters);
    var run = call.resource(parameters.build(named));
    var type = call.choose(List.of(JSON, CSV, TEXT));
    return reports
        .open(call.caller(), run)
        .map(report -> reply(report, type, form(type, flavour.get(), ReportJson.ofRun())));
  }

  /** What the report says as of a moment; there need be no run. */
  private Future<Reply> moment(Call call, Parameters parameters) {
    var asOf = parameters.asOf();
    var from = parameters.query("from", Tijdvak::parse).optional();
    var until = parameters.query("until", Tijdvak::parse).optional();
    var number = parameters.header("Loonheffingennummer", Loonheffingennummer::parse).required();
    var flavour = CsvTable.Flavour.asked(parameters);
    var question =
        parameters.build(
            () -> new Rehearsal.Question(number.get(), from.get(), until.get(), asOf.get()));
    var type = call.choose(List.of(JSON, CSV, TEXT));
    return reports
        .open(call.caller(), question)
        .recover(ReportRoutes::placed)
        .map(report -> reply(report, type, form(type, flavour.get(), ReportJson.ofMoment())));
  }

  /** A run has its members in a body; here they are parameters. */
  private static <T> Future<T> placed(Throwable cause) {
    return Future.failedFuture(
        cause instanceof Failure.Invalid invalid
            ? new Failure.Invalid(invalid.violations().stream().map(ReportRoutes::placed).toList())
            : cause);
  }

  private static Violation placed(Violation violation) {
    var name = violation.at().substring(1);
    var place = name.equals("loonheffingennummer") ? "header Loonheffingennummer" : "query " + name;
    return new Violation(place, violation.code(), violation.detail());
  }

  private static ReportDocument form(String type, CsvTable.Flavour flavour, ReportJson json) {
    return switch (type) {
      case CSV -> new CsvReport(flavour);
      case TEXT -> new TextReport();
      default -> json;
    };
  }

  private static Reply reply(Held<ReportDocument.Open> report, String type, ReportDocument form) {
    return Reply.stream(type, ReportDocument.write(report, form))
        .about(People.of(report.value().report().people()));
  }

  private static Breakdown.Dimension dimension(String text) {
    return Stream.of(Breakdown.Dimension.values())
        .filter(by -> by.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Malformed(
                    "BREAKDOWN_UNKNOWN", "A breakdown is by department, school or costCentre."));
  }

  private static String code(String text) {
    if (!text.matches("[A-Z]+(_[A-Z]+)+")) {
      throw new Malformed(
          "CODE_FORM", "A code is words in capitals with underscores between them.");
    }
    return text;
  }
}
