package nl.banenschakel.year;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;

/** Years as the contract of the interface has them. */
final class YearJson {
  private YearJson() {}

  static JsonObject of(Opening opening) {
    return new JsonObject()
        .put("year", opening.year())
        .put("opening", opening.number())
        .put("openedOn", opening.day().toString())
        .put("asOf", opening.asOf().toInstant().toString())
        .put("openedBy", opening.openedBy());
  }

  static JsonObject of(YearFigures figures) {
    var carried = figures.carried();
    var left = new JsonArray();
    figures.left().forEach(it -> left.add(of(it)));
    return of(figures.opening())
        .put(
            "carried",
            new JsonObject()
                .put("contracts", carried.contracts())
                .put("persons", carried.persons())
                .put("contractHoursPerWeek", carried.hours().perWeek())
                .put("added", carried.changes().added())
                .put("gone", carried.changes().gone()))
        .put("leftBehind", left);
  }

  static JsonObject of(CarriedContract contract) {
    var evidence = contract.evidence();
    return new JsonObject()
        .put("contractId", contract.contract().toString())
        .put("loonheffingennummer", contract.number().text())
        .put("personId", contract.person().toString())
        .put("personnelNumber", contract.personnelNumber())
        .put("startDate", contract.startDate().toString())
        .put("endDate", contract.endDate().map(Object::toString).orElse(null))
        .put("contractHoursPerWeek", contract.hours().perWeek())
        .put(
            "evidence",
            new JsonObject()
                .put("knownFrom", evidence.knownFrom().toInstant().toString())
                .put("upload", "/v1/uploads/" + evidence.upload())
                .put("line", evidence.line()));
  }

  static JsonObject of(LeftBehind left, int year) {
    return new JsonObject()
        .put("id", left.id().toString())
        .put("reason", left.reason().name())
        .put("subject", left.reason().subject().name())
        .put("loonheffingennummer", left.number().map(Loonheffingennummer::text).orElse(null))
        .put("contractId", left.contract().map(UUID::toString).orElse(null))
        .put("personId", left.person().map(UUID::toString).orElse(null))
        .put("personnelNumber", left.personnelNumber().orElse(null))
        .put("tijdvak", left.tijdvak().orElse(null))
        .put("norm", left.norm().orElse(null))
        .put("day", left.day().map(Object::toString).orElse(null))
        .put(
            "sentences",
            sentences(YearText.DUTCH.why(left, year), YearText.ENGLISH.why(left, year)))
        .put("next", sentences(YearText.DUTCH.next(left, year), YearText.ENGLISH.next(left, year)));
  }

  private static JsonObject of(YearFigures.Left left) {
    return new JsonObject()
        .put("reason", left.reason().name())
        .put("subject", left.reason().subject().name())
        .put("items", left.items())
        .put("added", left.changes().added())
        .put("gone", left.changes().gone());
  }

  private static JsonObject sentences(String dutch, String english) {
    return new JsonObject().put("nl", dutch).put("en", english);
  }
}
