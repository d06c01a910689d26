package nl.banenschakel.payroll.resource;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Netherlands;

/** Wage returns as the contract of the interface has them: what is unknown is null. */
final class WageReturnJson {
  private WageReturnJson() {}

  static JsonObject of(WageReturn message) {
    var blocks = new JsonArray();
    message.blocks().forEach(block -> blocks.add(of(block)));
    return new JsonObject()
        .put("id", message.id().toString())
        .put("loonheffingennummer", message.number().text())
        .put("idBer", message.idBer())
        .put("sentAt", moment(message.sentAt()))
        .put("receivedAt", message.receivedAt().toInstant().toString())
        .put("upload", message.upload().toString())
        .put("tijdvakken", blocks);
  }

  static JsonObject of(List<Relationship> relationships, Optional<RelationshipPosition> next) {
    var items = new JsonArray();
    relationships.forEach(relationship -> items.add(of(relationship)));
    var page = new JsonObject().put("items", items);
    next.ifPresent(position -> page.put("next", position.token()));
    return page;
  }

  static JsonObject ofStates(List<TijdvakState> states) {
    var items = new JsonArray();
    states.forEach(state -> items.add(of(state)));
    return new JsonObject().put("items", items);
  }

  private static JsonObject of(WageReturn.Block block) {
    return new JsonObject()
        .put("tijdvak", block.tijdvak().code())
        .put("kind", block.kind().name())
        .put("relationships", block.relationships())
        .put("withdrawals", block.withdrawals())
        .put("verloondeUren", block.hours().hours());
  }

  private static JsonObject of(Relationship relationship) {
    var json =
        new JsonObject()
            .put("tijdvak", relationship.tijdvak().code())
            .put("personId", relationship.person().map(Object::toString).orElse(null))
            .put("personnelNumber", relationship.personnelNumber().orElse(null))
            .put("numIv", relationship.numIv())
            .put("withdrawn", relationship.stated().isEmpty())
            .put("inForce", relationship.inForce())
            .put("wageReturn", relationship.wageReturn().toString());
    relationship.stated().ifPresent(stated -> addTo(json, stated));
    return json;
  }

  private static void addTo(JsonObject json, Relationship.Stated stated) {
    json.put("verloondeUren", stated.hours().hours())
        .put("contractHoursPerWeek", stated.contractHoursPerWeek().orElse(null))
        .put("premiumWage", stated.premiumWage())
        .put("lkvRequested", stated.lkvRequested())
        .put("cdAard", stated.cdAard().orElse(null))
        .put("srtIv", stated.srtIv());
  }

  private static JsonObject of(TijdvakState state) {
    return new JsonObject()
        .put("tijdvak", state.tijdvak().code())
        .put("returned", state.returned())
        .put("messages", state.messages())
        .put("latestSentAt", state.latestSentAt().map(WageReturnJson::moment).orElse(null))
        .put("versions", state.versions())
        .put("relationships", state.relationships())
        .put("withoutBsn", state.anonymous())
        .put("verloondeUren", state.hours().hours())
        .put("contractsRun", state.contractsRun())
        .put("differences", new JsonArray(state.differences()));
  }

  private static String moment(LocalDateTime wallClock) {
    return wallClock.atZone(Netherlands.ZONE).toInstant().toString();
  }
}
