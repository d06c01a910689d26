package nl.banenschakel.employment;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.CONTRACT_HEADER;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.contract;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A gateway, an organisation of its own for every test, and what HR asks of it. */
class ContractApi {
  static final String EARLIER = contract("E-1", ANNA, "20,00");
  static final String LATER = contract("E-1", ANNA, "32,00");
  static final String OTHER = contract("E-2", BAS, "24,00");

  static TestGateway gateway;

  UUID organisation;
  ApiClient client;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void an_organisation() {
    organisation = gateway.createOrganisation("Test", NUMBER);
    client = gateway.as(organisation, Role.HR);
  }

  void deliver(String... lines) {
    deliverOf("hr", lines);
  }

  void deliverOf(String source, String... lines) {
    client
        .post(
            "/v1/contract-files?delivery=full&source=" + source,
            "text/csv",
            CONTRACT_HEADER + String.join("", lines),
            "Loonheffingennummer",
            NUMBER)
        .expect(201);
  }

  @CanIgnoreReturnValue
  Answer end(UUID id, String lastDay, String... ifMatch) {
    var headers =
        ifMatch.length == 0 ? new String[0] : new String[] {"If-Match", String.join("", ifMatch)};
    var target = "/v1/contracts/%s?on=%s".formatted(id, lastDay.replace("+", "%2B"));
    return client.send("DELETE", target, Optional.empty(), new byte[0], headers);
  }

  Answer get(UUID id) {
    return client.get("/v1/contracts/" + id);
  }

  Answer list(String query) {
    return client.get("/v1/contracts" + query);
  }

  UUID idOf(String personnelNumber) {
    return items(list("")).stream()
        .filter(item -> item.getString("personnelNumber").equals(personnelNumber))
        .map(item -> UUID.fromString(item.getString("id")))
        .findFirst()
        .orElseThrow();
  }

  static List<JsonObject> items(Answer page) {
    return page.expect(200).json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  static List<String> numbers(Answer page) {
    return items(page).stream().map(item -> item.getString("personnelNumber")).sorted().toList();
  }

  static JsonObject part(Answer contract) {
    return contract.expect(200).json().getJsonArray("parts").getJsonObject(0);
  }

  static int hours(Answer contract) {
    return part(contract).getInteger("contractHoursPerWeek");
  }
}
