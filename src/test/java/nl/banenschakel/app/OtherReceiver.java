package nl.banenschakel.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import nl.banenschakel.platform.auth.Role;

/** Another organisation that hires from the same lender. */
final class OtherReceiver {
  private static final String JSON = "application/json";

  private final ApiClient client;
  private final String relation;

  OtherReceiver(TestGateway gateway, ApiClient lender) {
    client = gateway.as(gateway.createOrganisation("Zorggroep", "001000305L04"), Role.FINANCE);
    relation =
        client
            .post(
                "/v1/relations",
                JSON,
                "{\"kind\":\"detachering\",\"side\":\"receiver\",\"counterpartyName\":\"Werkpool\",\"firstDay\":\"2026-01-01\"}")
            .expect(201)
            .json()
            .getString("id");
    var invited =
        client.post(
            "/v1/relations/" + relation + "/invitations", JSON, "{\"recipient\":\"Planning\"}");
    var link = new JsonObject().put("link", invited.expect(201).json().getString("link"));
    lender.post("/v1/relation-invitations/_accept", JSON, link.encode()).expect(200);
  }

  ApiClient client() {
    return client;
  }

  /** Hours of somebody who works here as well. */
  Answer state(ApiClient lender, String person) {
    var reference = StatedHours.name("A");
    var assignment =
        new JsonObject()
            .put("relation", relation)
            .put("reference", reference)
            .put("person", person)
            .put("firstDay", "2026-01-05");
    lender.post("/v1/assignments", JSON, assignment.encode()).expect(201);
    var statement =
        StatedHours.statement(reference)
            .put("lines", new JsonArray().add(StatedHours.line(person, "2026-03-02", "8")));
    return lender.post("/v1/statements", JSON, statement.encode());
  }
}
