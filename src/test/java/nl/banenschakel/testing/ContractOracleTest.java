package nl.banenschakel.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle is seen to fail: each test plants one deviation in an exchange that has none. */
class ContractOracleTest {
  private static final String ID = "0197a3c2-9f00-7b11-8a01-6d2b7e10b001";

  private final ContractOracle oracle = new ContractOracle();

  @Test
  void an_exchange_as_documented_has_no_deviation_and_is_remembered() {
    oracle.check(listed(snapshot()));

    assertThat(oracle.seen())
        .containsExactly(new ContractOracle.Seen("listRegisterSnapshots", 200));
    assertThat(oracle.operationIds()).contains("listRegisterSnapshots", "addWageReturn");
    assertThat(oracle.notSeenToSucceed())
        .contains("addWageReturn")
        .doesNotContain("listRegisterSnapshots");
  }

  @Test
  void a_deviating_exchange_fails_and_is_not_remembered() {
    var deviating = listed(snapshot().put("lines", "3"));

    assertThatThrownBy(() -> oracle.check(deviating))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("GET /v1/register-snapshots answered 200")
        .hasMessageContaining("#/items/0/lines");
    assertThat(oracle.seen()).isEmpty();
  }

  @Test
  void every_deviation_is_told_at_once() {
    var headers = headers("text/html").remove("API-Version").set("X-Frame-Options", "SAMEORIGIN");

    assertThat(oracle.deviations(get("/v1/register-snapshots", 200, headers, "<p>")))
        .hasSize(3)
        .anySatisfy(it -> assertThat(it).contains("lacks the header API-Version"))
        .anySatisfy(it -> assertThat(it).contains("header X-Frame-Options"))
        .anySatisfy(it -> assertThat(it).contains("media type that is not documented: text/html"));
  }

  @ParameterizedTest
  @CsvSource({
    "lines, -1",
    "persons, 1.5",
    "id, 7",
    "receivedAt, yesterday",
    "peildatum, 01-04-2026",
    "bsns, 999990019"
  })
  void a_member_of_another_form_or_without_a_name_in_the_contract_fails(
      String member, String value) {
    Object planted =
        value.matches("-?[\\d.]+") && !member.equals("id") ? (Object) Double.valueOf(value) : value;

    assertThat(oracle.deviations(listed(snapshot().put(member, planted)))).isNotEmpty();
  }

  @Test
  void a_missing_member_fails() {
    var without = snapshot();
    without.remove("peildatum");

    assertThat(oracle.deviations(listed(without))).isNotEmpty();
  }

  @Test
  void an_unknown_path_may_only_answer_404() {
    assertThat(
            oracle.deviations(get("/v1/register-snapshot", 200, headers("application/json"), "{}")))
        .containsExactly("The contract has no such path: it may only answer 404");
    assertThat(
            oracle.deviations(
                problem(
                    "GET", "/v1/register-snapshots/", 404, headers("application/problem+json"))))
        .isEmpty();
  }

  @Test
  void an_unknown_method_may_only_answer_405_with_the_documented_methods() {
    var path = "/v1/register-snapshots";
    var type = "application/problem+json";

    assertThat(oracle.deviations(problem("DELETE", path, 404, headers(type))))
        .containsExactly("The contract has no such method here: it may only answer 405");
    assertThat(oracle.deviations(problem("DELETE", path, 405, headers(type))))
        .containsExactly("The answer lacks the header Allow");
    assertThat(oracle.deviations(problem("DELETE", path, 405, headers(type).set("Allow", "GET"))))
        .containsExactly("The header Allow says [GET], the contract [GET, POST]");
    assertThat(
            oracle.deviations(
                problem("DELETE", path, 405, headers(type).set("Allow", "POST, GET"))))
        .isEmpty();
  }

  @Test
  void an_undocumented_status_fails() {
    assertThat(
            oracle.deviations(
                problem("GET", "/v1/organisations", 418, headers("application/problem+json"))))
        .containsExactly("listOrganisations does not document the status 418");
  }

  @Test
  void a_problem_must_be_one_and_tell_its_own_status() {
    var path = "/v1/uploads/" + ID;
    var headers = headers("application/problem+json");

    assertThat(oracle.deviations(problem("GET", path, 404, headers))).isEmpty();
    assertThat(oracle.deviations(get(path, 404, headers, problemBody(400).encode())))
        .containsExactly("The problem says status 400");
    assertThat(
            oracle.deviations(
                get(path, 404, headers, problemBody(404).put("code", "gone").encode())))
        .isNotEmpty();
    assertThat(oracle.deviations(problem("GET", path, 404, headers("application/json"))))
        .containsExactly("The answer has a media type that is not documented: application/json");
    assertThat(oracle.deviations(get(path, 404, headers, "not there")))
        .containsExactly("The answer's body is no JSON");
  }

  @Test
  void a_header_that_must_be_there_is_missed() {
    assertThat(
            oracle.deviations(
                problem("GET", "/v1/organisations", 401, headers("application/problem+json"))))
        .containsExactly("The answer lacks the header WWW-Authenticate");
  }

  @Test
  void a_query_that_should_have_been_refused_fails() {
    assertThat(oracle.deviations(listed("?limit=0"))).isNotEmpty();
    assertThat(oracle.deviations(listed("?limit=many"))).isNotEmpty();
    assertThat(oracle.deviations(listed("?page=2")))
        .containsExactly("It took the query parameter page: not documented");
    assertThat(oracle.deviations(listed("?limit=200&after=" + ID))).isEmpty();
    assertThat(oracle.deviations(get("/v1/reports/reconciliation", 200, headers("text/csv"), "")))
        .containsExactly("It took a request without the query parameter run");
  }

  @Test
  void a_request_that_should_have_been_refused_fails() {
    var draft =
        new JsonObject().put("name", "Voorbeeld").put("kinds", new JsonArray().add("employer"));
    var whole = draft.copy().put("loonheffingennummers", new JsonArray());

    assertThat(oracle.deviations(created("application/json", whole))).isEmpty();
    assertThat(oracle.deviations(created("application/json; charset=utf-8", whole))).isEmpty();
    assertThat(oracle.deviations(created("application/json", draft))).isNotEmpty();
    assertThat(oracle.deviations(created("application/json", whole.copy().put("extra", true))))
        .isNotEmpty();
    assertThat(oracle.deviations(created("text/plain", whole)))
        .containsExactly("The request has a media type that is not documented: text/plain");
  }

  @Test
  void pages_for_people_are_not_its_business() {
    assertThat(oracle.deviations(get("/report", 200, MultiMap.caseInsensitiveMultiMap(), "<p>")))
        .isEmpty();
  }

  private static JsonObject snapshot() {
    return new JsonObject()
        .put("id", ID)
        .put("loonheffingennummer", "001000275L01")
        .put("peildatum", "2026-04-01")
        .putNull("updatedTo")
        .put("lines", 3)
        .put("persons", 3)
        .put("receivedAt", "2026-04-02T09:15:00Z")
        .put("receivedBy", "hr-system");
  }

  private static Exchange listed(JsonObject snapshot) {
    var page = new JsonObject().put("items", new JsonArray().add(snapshot)).put("next", ID);
    return get("/v1/register-snapshots", 200, headers("application/json"), page.encode());
  }

  private static Exchange listed(String query) {
    return get(
        "/v1/register-snapshots" + query, 200, headers("application/json"), "{\"items\":[]}");
  }

  private static Exchange created(String type, JsonObject draft) {
    var answer =
        new JsonObject()
            .put("id", ID)
            .put("name", "Voorbeeld")
            .put("kinds", new JsonArray().add("employer"))
            .put("loonheffingennummers", new JsonArray())
            .put("createdAt", "2026-04-02T09:15:00Z");
    return new Exchange(
        "POST",
        "/v1/organisations",
        Optional.of(type),
        draft.toBuffer(),
        201,
        headers("application/json"),
        answer.toBuffer());
  }

  private static JsonObject problemBody(int status) {
    return new JsonObject()
        .put("type", "https://banenschakel.example.org/problems#not-found")
        .put("title", "Not found")
        .put("status", status)
        .put("detail", "There is no such thing here.")
        .put("code", "NOT_FOUND");
  }

  private static Exchange problem(String method, String target, int status, MultiMap headers) {
    return new Exchange(
        method,
        target,
        Optional.empty(),
        Buffer.buffer(),
        status,
        headers,
        problemBody(status).toBuffer());
  }

  private static Exchange get(String target, int status, MultiMap headers, String body) {
    return new Exchange(
        "GET", target, Optional.empty(), Buffer.buffer(), status, headers, Buffer.buffer(body));
  }

  private static MultiMap headers(String contentType) {
    return MultiMap.caseInsensitiveMultiMap()
        .set("api-version", "0.1.0")
        .set("cache-control", "no-store")
        .set("content-security-policy", "frame-ancestors 'none'")
        .set("content-type", contentType)
        .set("strict-transport-security", "max-age=31536000")
        .set("x-content-type-options", "nosniff")
        .set("x-frame-options", "DENY");
  }
}
