package nl.banenschakel.report.correction;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.banenschakel.report.Sentences;

/** The list of corrections as the contract's JSON. */
final class CorrectionsJson {
  private CorrectionsJson() {}

  static JsonObject of(Corrections corrections) {
    var run = corrections.run();
    var items = new JsonArray();
    corrections.items().forEach(item -> items.add(of(item)));
    return new JsonObject()
        .put("run", run.id().toString())
        .put("loonheffingennummer", run.loonheffingennummer())
        .put(
            "period",
            new JsonObject()
                .put("from", run.from().toString())
                .put("until", run.until().toString()))
        .put("items", items)
        .put("resultHash", run.resultHash());
  }

  private static JsonObject of(Corrections.Item item) {
    var finding = item.finding();
    var json =
        new JsonObject()
            .put("finding", finding.id().toString())
            .put("code", finding.code())
            .put("personnelNumber", finding.personnelNumber().orElse(null))
            .put("tijdvak", finding.tijdvak().orElse(null))
            .put("verloondeUrenNow", finding.actual().orElse(null))
            .put("verloondeUrenProposed", finding.expected().orElse(null));
    if (item.lkv()) {
      json.put("lkvRequestedNow", false).put("lkvRequestedProposed", true);
    }
    return json.put("lastDay", item.lastDay().map(Object::toString).orElse(null))
        .put(
            "next",
            new JsonObject()
                .put("nl", Sentences.DUTCH.next(finding))
                .put("en", Sentences.ENGLISH.next(finding)));
  }
}
