package nl.banenschakel.payroll;

import static nl.banenschakel.payroll.WageReturns.NUMBER;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.platform.auth.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A gateway, an organisation of its own for every test, and what payroll asks of it. */
class WageReturnApi {
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
    client = gateway.as(organisation, Role.HR, Role.PAYROLL, Role.FINANCE);
  }

  /** Delivers a message and gives its id. */
  @CanIgnoreReturnValue
  String deliver(String xml) {
    client.postWageReturn(xml).expect(201);
    return client.get("/v1/wage-returns?limit=1").items().get(0).getString("id");
  }

  /** Says what a tijdvak should come to. */
  @CanIgnoreReturnValue
  Answer put(String tijdvak, String source, int verloondeUren, @Nullable Integer relationships) {
    var draft =
        new JsonObject()
            .put("loonheffingennummer", NUMBER)
            .put("tijdvak", tijdvak)
            .put("source", source)
            .put("verloondeUren", verloondeUren)
            .put("relationships", relationships);
    return putTotal(draft.encode());
  }

  Answer putTotal(String body) {
    return client.send(
        "PUT",
        "/v1/control-totals",
        Optional.of("application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /** The events of control totals so far: what happened, and in which tijdvak. */
  List<String> events() {
    return client.get("/v1/events?limit=200").expect(200).items().stream()
        .filter(it -> it.getString("type").contains("control-total"))
        .map(
            it ->
                it.getString("type").replaceAll(".*control-total-|\\.v1", "")
                    + " "
                    + it.getJsonObject("data").getString("tijdvak"))
        .toList();
  }

  Answer get(String target) {
    return client.get(target, "Loonheffingennummer", NUMBER);
  }

  /** Where the tijdvakken stand, as the query asks. */
  List<JsonObject> tijdvakken(String query) {
    return get("/v1/tijdvakken" + query).expect(200).items();
  }

  /** NumIV and verloonde uren of what is in force in a tijdvak. */
  List<String> inForce(String tijdvak, Instant... asOf) {
    var query = "?tijdvak=" + tijdvak + (asOf.length == 0 ? "" : "&asOf=" + asOf[0]);
    return get("/v1/income-relationships" + query).expect(200).items().stream()
        .map(it -> "%s: %s".formatted(it.getInteger("numIv"), it.getInteger("verloondeUren")))
        .sorted()
        .toList();
  }

  /** Every item of a list, page by page. */
  List<JsonObject> pages(String target, int limit) {
    var all = new ArrayList<JsonObject>();
    var page = get(target + "limit=" + limit).expect(200).json();
    while (true) {
      page.getJsonArray("items").forEach(it -> all.add((JsonObject) it));
      var next = page.getString("next");
      if (next == null) {
        return all;
      }
      page = get(target + "limit=" + limit + "&after=" + next).expect(200).json();
    }
  }

  static List<String> warnings(JsonObject upload) {
    return upload.getJsonArray("warnings").stream()
        .map(it -> ((JsonObject) it).getString("code"))
        .toList();
  }

  List<JsonObject> totals() {
    return get("/v1/control-totals").expect(200).items();
  }

  List<String> flagged(String... query) {
    return tijdvakken(String.join("", query)).stream()
        .filter(it -> it.getJsonArray("differences").contains("RETURN_TOTAL_DIFFERS"))
        .map(it -> it.getString("tijdvak"))
        .toList();
  }
}
