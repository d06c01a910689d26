package nl.banenschakel.payroll.total;

import io.vertx.core.json.JsonObject;

/** A control total as the contract of the interface has it: what is unknown is null. */
final class ControlTotalJson {
  private ControlTotalJson() {}

  static JsonObject of(ControlTotal total) {
    return new JsonObject()
        .put("id", total.id().toString())
        .put("loonheffingennummer", total.number().text())
        .put("tijdvak", total.tijdvak().code())
        .put("source", total.source())
        .put("verloondeUren", total.stated().hours().hours())
        .put("relationships", total.stated().relationships().orElse(null))
        .put("statedBy", total.statedBy())
        .put("statedAt", total.statedAt().toInstant().toString())
        .put("wageReturn", total.wageReturn().map(Object::toString).orElse(null))
        .put("state", total.state().name())
        .put("returnedVerloondeUren", total.returned().map(it -> it.hours().hours()).orElse(null))
        .put(
            "returnedRelationships",
            total.returned().map(ControlTotal.Returned::relationships).orElse(null));
  }
}
