package nl.banenschakel.report.evidence;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.report.Report;

/** The addresses of the rows that figures are made of. */
public final class RowsJson {
  private RowsJson() {}

  /** By the name of each total: rows whose hours, people or shares add up to it. */
  public static JsonObject ofTotals(Report.Header header) {
    var run = at(header.run());
    var shares = run + "/shares";
    var list = header.registerList().map(id -> "/v1/register-snapshots/" + id);
    return new JsonObject()
        .put("registerLines", list.orElse(null))
        .put("people", run + "/people")
        .put("verloondeUrenAll", run + "/relationships?kind=counted")
        .put("verloondeUrenRegistered", shares)
        .put("verloondeUrenWsw", run + "/relationships?kind=wsw")
        .put("contractHoursPerWeekRegistered", shares)
        .put("jobsYear", shares)
        .put("jobsWeek", shares);
  }

  /** What one person's figures are made of. */
  public static String ofPerson(UUID run, UUID person) {
    return at(run) + "/people/" + person;
  }

  /** Of a difference: the person's rows, or all of the tijdvak that it is about. */
  public static Optional<String> of(UUID run, Report.Finding finding) {
    return finding
        .person()
        .map(person -> ofPerson(run, person))
        .or(
            () ->
                finding
                    .tijdvak()
                    .map(tijdvak -> at(run) + "/relationships?kind=all&tijdvak=" + tijdvak));
  }

  private static String at(UUID run) {
    return "/v1/reconciliations/" + run;
  }
}
