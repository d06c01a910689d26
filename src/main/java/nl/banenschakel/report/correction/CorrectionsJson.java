package nl.banenschakel.report.correction;

import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.banenschakel.platform.db.Held;
import nl.banenschakel.platform.json.JsonPieces;
import nl.banenschakel.platform.stream.Chunks;
import nl.banenschakel.report.Sentences;

/** The list of corrections as the contract's JSON. */
final class CorrectionsJson {
  private CorrectionsJson() {}

  static Chunks write(Held<Corrections> held) {
    var pieces = new JsonPieces();
    var run = held.value().run();
    return Chunks.inTurn(
        List.of(
            Chunks.once(() -> pieces.open(before(run), "items")),
            Chunks.ofEach(
                held.value().items()::next, items -> pieces.items(items, CorrectionsJson::of)),
            Chunks.once(() -> pieces.close(new JsonObject().put("resultHash", run.resultHash())))),
        () -> held.release().onComplete(done -> {}));
  }

  private static JsonObject before(Corrections.Run run) {
    return new JsonObject()
        .put("run", run.id().toString())
        .put("loonheffingennummer", run.loonheffingennummer())
        .put(
            "period",
            new JsonObject()
                .put("from", run.from().toString())
                .put("until", run.until().toString()));
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
