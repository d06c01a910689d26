package nl.banenschakel.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Statements of the lender, and what the school and the lender say of them. */
class AnsweredHours extends StatedHours {
  /** The receipt of a statement with lines of so many hours. */
  static JsonObject stated(String... hours) {
    var lines = new ArrayList<JsonObject>();
    for (var it : hours) {
      lines.add(line("P-" + name(""), "2026-03-02", it));
    }
    var assignment = assignment("P-1").getString("reference");
    return state(statement(assignment, lines.toArray(JsonObject[]::new))).expect(201).json();
  }

  /** What one says of some lines. */
  static Answer say(ApiClient client, JsonObject receipt, JsonObject... lines) {
    var body = new JsonObject().put("lines", new JsonArray(new ArrayList<>(List.of(lines))));
    return client.post(confirmations(receipt), JSON, body.encode());
  }

  /** What one says of all that are left. */
  static Answer sayOfAll(ApiClient client, JsonObject receipt, String step) {
    var body = new JsonObject().put("remaining", step);
    return client.post(confirmations(receipt), JSON, body.encode());
  }

  static JsonObject step(int position, String step) {
    return new JsonObject().put("position", position).put("step", step);
  }

  static JsonObject adjust(int position, double hours) {
    return step(position, "adjust").put("workedHours", hours);
  }

  static JsonObject object(int position, String reason) {
    return step(position, "object").put("reason", reason);
  }

  static JsonObject answers(ApiClient client, JsonObject receipt) {
    return client.get(confirmations(receipt)).expect(200).json();
  }

  static String confirmations(JsonObject receipt) {
    return statementOf(receipt) + "/confirmations";
  }

  /** Of each line its state, by position. */
  static List<String> states(JsonObject answers) {
    return lines(answers).stream().map(line -> line.getString("state")).toList();
  }

  static List<JsonObject> acts(JsonObject answers) {
    return answers.getJsonArray("acts").stream().map(JsonObject.class::cast).toList();
  }

  static List<String> waiting(ApiClient client, String waitsFor) {
    return client.get("/v1/confirmations?limit=200&waitsFor=" + waitsFor).items().stream()
        .map(it -> it.getString("statement"))
        .toList();
  }
}
