package nl.banenschakel.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/** Time cards of SETU 2.0 of the lender of {@link StatedHours}. */
class StatedCards extends StatedHours {
  static final String[] VERSION = {"setuVersionId", "2.0"};
  static final String XML = "application/xml";

  /** A new address. */
  static String address() {
    return "/v1/purchase-to-pay/timecard/" + UUID.randomUUID();
  }

  static Answer post(String address, JsonObject card) {
    return lender.post(address, JSON, card.encode(), VERSION);
  }

  static Answer put(String address, JsonObject card, String... headers) {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    System.arraycopy(VERSION, 0, all, 0, 2);
    return lender.put(address, card.encode(), all);
  }

  static Answer delete(String address) {
    return lender.send("DELETE", address, Optional.empty(), new byte[0]);
  }

  /** Of one person in the first week of March 2026, under a new document. */
  static JsonObject card(String assignment, String person, JsonObject... intervals) {
    var all = new JsonArray();
    for (var interval : intervals) {
      all.add(interval.put("id", id(String.valueOf(all.size() + 1))));
    }
    return new JsonObject()
        .put("documentId", id(name("D")))
        .put("person", new JsonObject().put("id", new JsonArray().add(id(person))))
        .put(
            "period",
            new JsonObject()
                .put(
                    "datePeriod",
                    new JsonObject().put("start", "2026-03-02").put("end", "2026-03-08")))
        .put("staffingIds", new JsonObject().put("assignmentId", id(assignment)))
        .put("timeInterval", all);
  }

  static JsonObject interval(String day, String total) {
    return new JsonObject()
        .put("typeCode", new JsonObject().put("value", "HT100"))
        .put(
            "period",
            new JsonObject()
                .put("dateTimePeriod", new JsonObject().put("start", day + "T08:00:00")))
        .put("timeTotal", total);
  }

  /** What the sender's card states, as somebody reads it. */
  static JsonObject stated(ApiClient client, Answer card) {
    var link = card.header("Link");
    return client.get(link.substring(1, link.indexOf('>'))).expect(200).json();
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static JsonObject id(String value) {
    return new JsonObject().put("value", value).put("schemeAgencyId", "Supplier");
  }
}
