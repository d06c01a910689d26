package nl.banenschakel.employment.resource;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A contract as the contract of the interface has it: what is unknown is null. */
final class ContractJson {
  private ContractJson() {}

  static JsonObject of(Contract contract) {
    var parts = new JsonArray();
    contract.parts().forEach(part -> parts.add(of(part)));
    return new JsonObject()
        .put("id", contract.id().toString())
        .put("loonheffingennummer", contract.number().text())
        .put("source", contract.source())
        .put("personnelNumber", contract.personnelNumber())
        .put("contractNumber", contract.contractNumber().orElse(null))
        .put("state", contract.isOpen() ? "OPEN" : "CLOSED")
        .put("changedAt", contract.changedAt().toInstant().toString())
        .put("parts", parts);
  }

  static JsonObject of(Changes changes) {
    var items = new JsonArray();
    changes.contracts().forEach(contract -> items.add(of(contract)));
    return new JsonObject()
        .put("items", items)
        .put("changedSince", changes.read().token())
        .put("more", changes.more());
  }

  private static JsonObject of(Contract.Part part) {
    return new JsonObject()
        .put("personId", part.person().toString())
        .put("startDate", part.startDate().toString())
        .put("endDate", part.endDate().map(Object::toString).orElse(null))
        .put("contractHoursPerWeek", part.hours().perWeek())
        .put("expectedRegistered", part.expectedRegistered())
        .put("department", part.department().orElse(null))
        .put("school", part.school().orElse(null))
        .put("costCentre", part.costCentre().orElse(null));
  }
}
