package nl.banenschakel.app;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.register.connector.TurnedClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A school and a lender, and a third organisation that has nothing to do with them. */
class TwoOrganisations {
  static final String JSON = "application/json";
  static final TurnedClock CLOCK = new TurnedClock(LocalDate.of(2026, 3, 2));

  static TestGateway gateway;
  static ApiClient school;
  static ApiClient lender;
  static ApiClient stranger;
  static UUID schoolId;
  static UUID lenderId;

  @BeforeAll
  static void start() {
    gateway = TestGateway.at(CLOCK);
    schoolId = gateway.createOrganisation("Schoolgroep", "001000275L01");
    lenderId = gateway.createOrganisation("Werkpool", "001000287L02");
    school = gateway.as(schoolId, Role.FINANCE, Role.PRIVACY);
    lender = gateway.as(lenderId, Role.LENDER);
    stranger = gateway.as(gateway.createOrganisation("Ander", "001000299L03"), Role.FINANCE);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  static JsonObject begin(String side) {
    var draft =
        new JsonObject()
            .put("kind", "detachering")
            .put("side", side)
            .put("counterpartyName", "De ander")
            .put("firstDay", "2026-01-01");
    return school.post("/v1/relations", JSON, draft.encode()).expect(201).json();
  }

  /** The body that answers an invitation. */
  static String invite(JsonObject relation) {
    var given =
        school.post(address(relation) + "/invitations", JSON, "{\"recipient\":\"Planning\"}");
    return new JsonObject().put("link", given.expect(201).json().getString("link")).encode();
  }

  @CanIgnoreReturnValue
  static Answer accept(ApiClient client, String link) {
    return client.post("/v1/relation-invitations/_accept", JSON, link);
  }

  static Answer withdraw(JsonObject relation) {
    return school.send("POST", address(relation) + "/_withdraw", Optional.empty(), new byte[0]);
  }

  static List<String> invitations(JsonObject relation) {
    return school.get(address(relation) + "/invitations").items().stream()
        .map(item -> item.getString("status"))
        .toList();
  }

  static List<String> steps(JsonObject relation) {
    return relation.getJsonArray("steps").stream()
        .map(JsonObject.class::cast)
        .map(step -> step.getString("state") + " " + step.getString("organisation"))
        .toList();
  }

  static JsonObject side(UUID id, String name) {
    return new JsonObject().put("organisation", id.toString()).put("name", name);
  }

  static String address(JsonObject relation) {
    return "/v1/relations/" + relation.getString("id");
  }

  /** An agreement in a relation that both accepted. */
  static String agreed(String relation, JsonObject content) {
    var address = draft(school, relation, content);
    propose(school, address).expect(200);
    agree(lender, address, hash(lender, address, 1)).expect(200);
    return address;
  }

  static String draft(ApiClient client, String relation, JsonObject content) {
    var drafted = client.post(relation + "/agreements", JSON, content.encode()).expect(201).json();
    return "/v1/agreements/" + drafted.getString("agreement");
  }

  static Answer propose(ApiClient client, String address) {
    return client.send(
        "POST", address + "/_propose", Optional.empty(), new byte[0], "If-Match", "*");
  }

  static Answer agree(ApiClient client, String address, String hash) {
    return client.post(address + "/_accept", JSON, new JsonObject().put("hash", hash).encode());
  }

  static String hash(ApiClient client, String address, int version) {
    return version(client, address, version).getString("hash");
  }

  static JsonObject version(ApiClient client, String address, int version) {
    return client.get(address + "/versions/" + version).expect(200).json();
  }

  static JsonObject content(int share) {
    return new JsonObject()
        .put("validFrom", "2026-01-01")
        .put("validUntil", "2026-12-31")
        .put("regime", "act-2025")
        .put("channel", "setu-2-0")
        .put("silence", "accepts")
        .put(
            "terms",
            JsonArray.of(terms("bonus", "percentage-of-received", share).put("cap", 2000)));
  }

  static JsonObject terms(String component, String basis, int rate) {
    return new JsonObject()
        .put("component", component)
        .put("basis", basis)
        .put("payer", "provider")
        .put("tiers", JsonArray.of(new JsonObject().put("above", 0).put("rate", rate)));
  }
}
