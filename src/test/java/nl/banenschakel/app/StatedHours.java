package nl.banenschakel.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;

/**
 * A relation between a school and a lender with an agreement, and statements of the lender under
 * it.
 */
class StatedHours extends TwoOrganisations {
  static JsonObject relation;

  /** Where their agreement can be read. */
  static String agreement;

  @BeforeAll
  static void relate() {
    relation = begin("receiver");
    accept(lender, invite(relation)).expect(200);
    agreement = agreed(address(relation), content(40).putNull("validUntil"));
  }

  /** One of the lender, of a person; its reference is new each time. */
  static JsonObject assignment(String person) {
    return lender
        .post("/v1/assignments", JSON, assignmentDraft(name("A"), person))
        .expect(201)
        .json();
  }

  static String assignmentDraft(String reference, String person) {
    return new JsonObject()
        .put("relation", relation.getString("id"))
        .put("reference", reference)
        .put("person", person)
        .put("purchaseOrder", "PO-1")
        .put("firstDay", "2026-01-05")
        .encode();
  }

  /** Of a week from 2 March 2026 on, under a new document. */
  static JsonObject statement(String assignment, JsonObject... lines) {
    return new JsonObject()
        .put("document", name("D"))
        .put("assignment", assignment)
        .put("firstDay", "2026-03-02")
        .put("lastDay", "2026-03-08")
        .put("lines", new JsonArray(new ArrayList<>(List.of(lines))));
  }

  static JsonObject line(String person, String day, String hours) {
    return new JsonObject()
        .put("person", person)
        .put("hourType", "HT100")
        .put("day", day)
        .put("workedHours", new BigDecimal(hours));
  }

  static Answer state(JsonObject statement) {
    return lender.post("/v1/statements", JSON, statement.encode());
  }

  /** As the receiver or the sender reads it. */
  static JsonObject read(ApiClient client, JsonObject receipt) {
    return client.get(statementOf(receipt)).expect(200).json();
  }

  static String statementOf(JsonObject receipt) {
    return "/v1/statements/" + receipt.getString("statement");
  }

  static List<JsonObject> lines(JsonObject whole) {
    return whole.getJsonArray("lines").stream().map(JsonObject.class::cast).toList();
  }

  static String name(String prefix) {
    // Without digits: some of an id may look like a BSN.
    return prefix
        + UUID.randomUUID()
            .toString()
            .chars()
            .collect(
                StringBuilder::new,
                (text, c) -> text.append((char) (Character.isDigit(c) ? c - '0' + 'g' : c)),
                StringBuilder::append);
  }
}
