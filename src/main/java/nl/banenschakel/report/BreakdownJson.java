package nl.banenschakel.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.report.evidence.RowsJson;

/** Breakdowns as the contract's JSON. */
final class BreakdownJson {
  private BreakdownJson() {}

  static JsonObject of(Breakdown.Whole report) {
    var header = report.header();
    var totals = report.totals();
    return new JsonObject()
        .put("run", header.run().toString())
        .put("by", report.breakdown().by().text())
        .put("period", ReportJson.period(header))
        .put("rows", rows(header.run(), report.breakdown(), true))
        .put(
            "totals",
            figures(
                    report.people(),
                    totals.contractHoursPerWeekRegistered(),
                    totals.verloondeUrenRegistered())
                .put("jobsYear", totals.jobsYear())
                .put("jobsWeek", totals.jobsWeek()))
        .put("resultHash", header.resultHash());
  }

  /** A member for each of the breakdowns; of a run that is kept, with where their rows are. */
  static JsonObject of(UUID run, List<Breakdown> breakdowns, boolean isKept) {
    var json = new JsonObject();
    breakdowns.forEach(breakdown -> json.put(breakdown.by().text(), rows(run, breakdown, isKept)));
    return json;
  }

  static JsonObject of(UUID run, Breakdown.Share share) {
    return new JsonObject()
        .put("id", share.id().toString())
        .put("personnelNumber", share.personnelNumber().orElse(null))
        .put("department", share.department().orElse(null))
        .put("school", share.school().orElse(null))
        .put("costCentre", share.costCentre().orElse(null))
        .mergeIn(figures(share.people(), share.contractHours(), share.verloondeUren()))
        .put("rows", RowsJson.ofPerson(run, share.person()));
  }

  private static JsonArray rows(UUID run, Breakdown breakdown, boolean isKept) {
    var rows = new JsonArray();
    for (var row : breakdown.rows()) {
      var json =
          new JsonObject()
              .put("value", row.value().orElse(null))
              .mergeIn(figures(row.people(), row.contractHours(), row.verloondeUren()))
              .put("jobsYear", row.jobsYear())
              .put("jobsWeek", row.jobsWeek());
      if (isKept) {
        json.put("shares", "/v1/reconciliations/%s/shares?breakdown=%s".formatted(run, row.id()));
      }
      rows.add(json);
    }
    return rows;
  }

  private static JsonObject figures(int people, ContractHours contract, VerloondeUren verloond) {
    return new JsonObject()
        .put("people", people)
        .put("contractHoursPerWeek", contract.perWeek())
        .put("verloondeUren", verloond.hours());
  }
}
