package nl.banenschakel.testing;

import static nl.banenschakel.testing.SampleExchanges.ID;
import static nl.banenschakel.testing.SampleExchanges.bodiless;
import static nl.banenschakel.testing.SampleExchanges.created;
import static nl.banenschakel.testing.SampleExchanges.get;
import static nl.banenschakel.testing.SampleExchanges.headers;
import static nl.banenschakel.testing.SampleExchanges.listed;
import static nl.banenschakel.testing.SampleExchanges.problem;
import static nl.banenschakel.testing.SampleExchanges.problemBody;
import static nl.banenschakel.testing.SampleExchanges.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle is seen to fail: each test plants one deviation in an exchange that has none. */
class ContractOracleTest {
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
    assertThat(oracle.deviations(get("/v1/reports/breakdown", 200, headers("text/csv"), "")))
        .containsExactlyInAnyOrder(
            "It took a request without the query parameter run",
            "It took a request without the query parameter by");
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
  void head_is_get_without_a_body() {
    var headers = headers("application/json");
    var path = "/v1/register-snapshots";

    assertThat(oracle.deviations(bodiless("HEAD", path, 200, headers))).isEmpty();
    assertThat(oracle.deviations(bodiless("HEAD", path, 200, headers.remove("Request-Id"))))
        .containsExactly("The answer lacks the header Request-Id");
    assertThat(oracle.seen()).isEmpty();
  }

  @Test
  void what_is_refused_before_routing_is_documented_once_for_all() {
    var headers = headers("application/problem+json");

    assertThat(oracle.deviations(problem("GET", "/v1/nothing", 414, headers))).isEmpty();
    assertThat(oracle.deviations(problem("GET", "/v1/organisations", 431, headers))).isEmpty();
  }

  @Test
  void pages_for_people_are_not_its_business() {
    assertThat(oracle.deviations(get("/report", 200, MultiMap.caseInsensitiveMultiMap(), "<p>")))
        .isEmpty();
  }
}
