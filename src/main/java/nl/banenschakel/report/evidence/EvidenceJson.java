package nl.banenschakel.report.evidence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.banenschakel.report.PersonRows;

/** Rows and evidence as the contract's JSON: what is unknown is null, what has an address, that. */
final class EvidenceJson {
  private EvidenceJson() {}

  static JsonObject of(PersonRows person) {
    var tijdvakken = new JsonArray();
    person.tijdvakken().forEach(period -> tijdvakken.add(of(period)));
    var contracts = new JsonArray();
    person.contracts().forEach(contract -> contracts.add(of(contract)));
    var relationships = new JsonArray();
    person.relationships().forEach(row -> relationships.add(of(row)));
    return new JsonObject()
        .put("run", person.run().toString())
        .put("personId", person.person().toString())
        .put("personnelNumber", person.personnelNumber().orElse(null))
        .put("tijdvakken", tijdvakken)
        .put("contracts", contracts)
        .put("relationships", relationships);
  }

  static JsonObject of(PersonRows.Page rows) {
    var items = new JsonArray();
    rows.rows().forEach(row -> items.add(of(row)));
    var page = new JsonObject().put("items", items);
    rows.next().ifPresent(token -> page.put("next", token));
    return page;
  }

  private static JsonObject of(PersonRows.Period period) {
    var evidence = new JsonArray();
    period.evidence().forEach(it -> evidence.add(address(it)));
    return new JsonObject()
        .put("tijdvak", period.tijdvak())
        .put("presence", period.presence())
        .put("counts", period.counts())
        .put("verloondeUren", period.verloondeUren().hours())
        .put("contractHours", period.expectedHours())
        .put("evidence", evidence);
  }

  private static String address(PersonRows.Evidence evidence) {
    var kind = evidence.isList() ? "register-snapshots" : "register-answers";
    return "/v1/%s/%s".formatted(kind, evidence.id());
  }

  private static JsonObject of(PersonRows.Contract contract) {
    return new JsonObject()
        .put("contract", "/v1/contracts/" + contract.id())
        .put("personnelNumber", contract.personnelNumber())
        .put("startDate", contract.firstDay().toString())
        .put("endDate", contract.lastDay().map(Object::toString).orElse(null))
        .put("contractHoursPerWeek", contract.hoursPerWeek().perWeek())
        .put("onLastDay", contract.onLastDay())
        .put("upload", "/v1/uploads/" + contract.upload())
        .put("line", contract.line());
  }

  private static JsonObject of(PersonRows.Relationship row) {
    return new JsonObject()
        .put("tijdvak", row.tijdvak())
        .put("personnelNumber", row.personnelNumber().orElse(null))
        .put("numIv", row.numIv())
        .put("srtIv", row.srtIv())
        .put("verloondeUren", row.verloondeUren().hours())
        .put("wageReturn", "/v1/wage-returns/" + row.wageReturn())
        .put("position", row.position());
  }
}
