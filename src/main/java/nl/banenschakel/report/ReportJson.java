package nl.banenschakel.report;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.platform.json.JsonPieces;
import nl.banenschakel.report.evidence.RowsJson;

/** A report as the contract's JSON: what is unknown is null. */
public final class ReportJson implements ReportDocument {
  private final JsonPieces pieces = new JsonPieces();
  private final boolean isKept;
  private UUID run = new UUID(0, 0);

  private ReportJson(boolean isKept) {
    this.isKept = isKept;
  }

  /** The report of a run, whose rows have addresses. */
  static ReportJson ofRun() {
    return new ReportJson(true);
  }

  /** The report of a run that is undone: without what only a run has. */
  public static ReportJson ofMoment() {
    return new ReportJson(false);
  }

  @Override
  public Buffer head(Report report) {
    var header = report.header();
    run = header.run();
    var tijdvakken = new JsonArray();
    report.tijdvakken().forEach(period -> tijdvakken.add(of(period)));
    var json = new JsonObject();
    if (isKept) {
      json.put("run", header.run().toString());
    }
    json.put("organisation", header.organisation())
        .put("loonheffingennummer", header.loonheffingennummer())
        .put("period", period(header));
    if (isKept) {
      json.put("finishedAt", finishedAt(header));
    }
    json.put("asOf", header.asOf().map(moment -> moment.toInstant().toString()).orElse(null))
        .put("registerLines", header.registerLines())
        .put("register", header.freshness().map(ReportJson::of).orElse(null))
        .put("totals", of(report.totals()));
    if (isKept) {
      json.put("links", RowsJson.ofTotals(header));
    }
    json.put("breakdowns", BreakdownJson.of(header.run(), report.breakdowns(), isKept))
        .put("tijdvakken", tijdvakken);
    return pieces.open(json, "people");
  }

  @Override
  public Buffer people(List<Report.Person> people) {
    return pieces.items(people, person -> item(of(run, person)));
  }

  @Override
  public Buffer between(Report report) {
    return pieces.next("findings");
  }

  @Override
  public Buffer findings(List<Report.Finding> findings) {
    return pieces.items(findings, finding -> item(of(run, finding)));
  }

  @Override
  public Buffer tail(Report report) {
    return pieces.close(new JsonObject().put("resultHash", report.header().resultHash()));
  }

  private JsonObject item(JsonObject json) {
    if (!isKept) {
      json.remove("id");
      json.remove("rows");
    }
    return json;
  }

  private static String finishedAt(Report.Header header) {
    return header
        .finishedAt()
        .withOffsetSameInstant(ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.MILLIS)
        .toString();
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

  static JsonObject of(UUID run, Report.Person person) {
    return new JsonObject()
        .put("personnelNumber", person.personnelNumber().orElse(null))
        .put("since", person.since().map(Object::toString).orElse(null))
        .put(
            "contractHoursPerWeek",
            person.contractHoursPerWeek().map(ContractHours::perWeek).orElse(null))
        .put("verloondeUren", person.verloondeUren().hours())
        .put("rows", RowsJson.ofPerson(run, person.id()));
  }

  static JsonObject of(UUID run, Report.Finding finding) {
    var json =
        new JsonObject()
            .put("id", finding.id().toString())
            .put("code", finding.code())
            .put("personnelNumber", finding.personnelNumber().orElse(null))
            .put("tijdvak", finding.tijdvak().orElse(null));
    finding.registerLine().ifPresent(line -> json.put("registerLine", line));
    finding.expected().ifPresent(hours -> json.put("expected", hours));
    finding.actual().ifPresent(hours -> json.put("actual", hours));
    RowsJson.of(run, finding).ifPresent(rows -> json.put("rows", rows));
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
