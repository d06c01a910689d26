package nl.banenschakel.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import nl.banenschakel.kernel.ContractHours;

/** A report as the contract's JSON: what is unknown is null. */
public final class ReportJson {
  private ReportJson() {}

  /** The whole report. */
  public static JsonObject of(Report report) {
    var header = report.header();
    var tijdvakken = new JsonArray();
    report.tijdvakken().forEach(period -> tijdvakken.add(of(period)));
    var people = new JsonArray();
    report.people().forEach(person -> people.add(of(person)));
    var findings = new JsonArray();
    report.findings().forEach(finding -> findings.add(of(finding)));
    return new JsonObject()
        .put("run", header.run().toString())
        .put("organisation", header.organisation())
        .put("loonheffingennummer", header.loonheffingennummer())
        .put("period", period(header))
        .put(
            "finishedAt",
            header
                .finishedAt()
                .withOffsetSameInstant(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString())
        .put("asOf", header.asOf().map(moment -> moment.toInstant().toString()).orElse(null))
        .put("registerLines", header.registerLines())
        .put("register", header.freshness().map(ReportJson::of).orElse(null))
        .put("totals", of(report.totals()))
        .put("breakdowns", BreakdownJson.of(header.run(), report.breakdowns()))
        .put("tijdvakken", tijdvakken)
        .put("people", people)
        .put("findings", findings)
        .put("resultHash", header.resultHash());
  }

  /** The report of a run that was undone: without what only a run has. */
  static JsonObject ofMoment(Report report) {
    var json = of(report);
    json.remove("run");
    json.remove("finishedAt");
    json.getJsonArray("findings").forEach(finding -> ((JsonObject) finding).remove("id"));
    json.getJsonObject("breakdowns")
        .forEach(
            by -> ((JsonArray) by.getValue()).forEach(row -> ((JsonObject) row).remove("shares")));
    return json;
  }

  static JsonObject period(Report.Header header) {
    return new JsonObject()
        .put("from", header.from().toString())
        .put("until", header.until().toString());
  }

  private static JsonObject of(Report.Freshness freshness) {
    return new JsonObject()
        .put("peildatum", freshness.peildatum().toString())
        .put("ageDays", freshness.ageDays())
        .put("level", freshness.level().name());
  }

  static JsonObject of(Report.Person person) {
    return new JsonObject()
        .put("personnelNumber", person.personnelNumber().orElse(null))
        .put("since", person.since().map(Object::toString).orElse(null))
        .put(
            "contractHoursPerWeek",
            person.contractHoursPerWeek().map(ContractHours::perWeek).orElse(null))
        .put("verloondeUren", person.verloondeUren().hours());
  }

  static JsonObject of(Report.Finding finding) {
    var json =
        new JsonObject()
            .put("id", finding.id().toString())
            .put("code", finding.code())
            .put("personnelNumber", finding.personnelNumber().orElse(null))
            .put("tijdvak", finding.tijdvak().orElse(null));
    finding.registerLine().ifPresent(line -> json.put("registerLine", line));
    finding.expected().ifPresent(hours -> json.put("expected", hours));
    finding.actual().ifPresent(hours -> json.put("actual", hours));
    return json.put(
        "sentences",
        new JsonObject()
            .put("nl", of(finding, Sentences.DUTCH))
            .put("en", of(finding, Sentences.ENGLISH)));
  }

  private static JsonObject of(Report.Finding finding, Sentences sentences) {
    return new JsonObject()
        .put("what", sentences.what(finding))
        .put("why", sentences.why(finding))
        .put("next", sentences.next(finding));
  }

  private static JsonObject of(Report.Totals totals) {
    return new JsonObject()
        .put("verloondeUrenAll", totals.verloondeUrenAll().hours())
        .put("verloondeUrenRegistered", totals.verloondeUrenRegistered().hours())
        .put("verloondeUrenWsw", totals.verloondeUrenWsw().hours())
        .put("contractHoursPerWeekRegistered", totals.contractHoursPerWeekRegistered().perWeek())
        .put("jobsYear", totals.jobsYear())
        .put("jobsWeek", totals.jobsWeek());
  }

  private static JsonObject of(Report.Period period) {
    return new JsonObject()
        .put("tijdvak", period.tijdvak())
        .put("returned", period.returned())
        .put("asked", period.asked());
  }
}
