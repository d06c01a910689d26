package nl.banenschakel.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Forge;
import nl.banenschakel.platform.failure.Defects;
import nl.banenschakel.platform.http.Wire.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
  private static final String THING = "/v1/things/0197a3c2-7c1e-7d40-9a55-3f1c52d0b001";
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new TestGateway();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET /v1/things/0197a3c2-7c1e-7d40-9a55-3f1c52d0b001, 200",
    "GET /v1/things/12, 404",
    "GET /v1/things/1-1-1-1-1, 404",
    "GET /v1/nothing, 404",
    "GET /, 404",
    "GET /v1/open/, 404",
    "GET /v1/%zz, 400",
    "GET /v1/things/%ff%fe, 404",
    "GET no-slash, 404",
    "DELETE /v1/things, 405",
    "POST /v1/things, 415",
    "TRACE /v1/open, 405",
    "GET /v1/defect, 500",
    "GET /v1/thrown, 500",
    "GET /v1/away, 503",
    "GET /v1/things, 400"
  })
  void every_answer_has_the_headers(String line, int status) {
    var reply = gateway.asHr(line);

    assertThat(reply.status()).isEqualTo(status);
    assertHeaders(reply);
    if (status >= 400) {
      assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(reply.json().getInteger("status")).isEqualTo(status);
      assertThat(reply.json().getString("instance"))
          .isEqualTo("urn:uuid:" + reply.header("Request-Id"));
    }
  }

  @Test
  void what_is_no_request_is_answered_with_the_headers_too() {
    var tooLong = gateway.send("GET /v1/open?" + "x".repeat(5_000), List.of(), "");
    var tooMuch = gateway.send("GET /v1/open", List.of("X: " + "x".repeat(20_000)), "");
    var noHttp = Wire.raw(gateway.port(), "HELLO\r\n\r\n", out -> {});
    var noHost =
        Wire.raw(gateway.port(), "GET /v1/open HTTP/1.1\r\nConnection: close\r\n\r\n", o -> {});

    assertThat(tooLong.status()).isEqualTo(414);
    assertThat(tooMuch.status()).isEqualTo(431);
    assertThat(noHttp.status()).isEqualTo(400);
    assertThat(noHost.status()).isEqualTo(400);
    List.of(tooLong, tooMuch, noHttp, noHost).forEach(EndpointsTest::assertHeaders);
  }

  @Test
  void another_method_is_told_which_there_are() {
    assertThat(gateway.send("DELETE /v1/things", List.of(), "").header("Allow"))
        .isEqualTo("GET, HEAD, POST");
    assertThat(gateway.send("GET /v1/files", List.of(), "").header("Allow")).isEqualTo("POST");
  }

  @Test
  void head_is_get_without_the_body() {
    var reply = gateway.asHr("HEAD " + THING);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void an_amount_is_written_plain() {
    assertThat(gateway.asHr("GET " + THING).body()).contains("\"amount\":40");
  }

  @Test
  void an_open_operation_asks_no_token_and_a_page_has_its_own_policy() {
    assertThat(gateway.send("GET /v1/open", List.of(), "").body()).isEqualTo("hi");
    assertThat(gateway.send("GET /v1/page", List.of(), "").header("Content-Security-Policy"))
        .isEqualTo("style-src 'self'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/defect", "/v1/thrown"})
  void a_defect_is_told_in_one_fixed_sentence(String path) {
    var reply = gateway.asHr("GET " + path);

    assertThat(reply.json().getString("code")).isEqualTo("INTERNAL_DEFECT");
    assertThat(reply.body()).doesNotContain("999990019").doesNotContain("Exception");
    assertThat(Defects.described(new Exception(TestGateway.SECRET)))
        .contains("java.lang.Exception", "EndpointsTest")
        .doesNotContain("999990019");
  }

  @Test
  void away_says_when_to_try_again() {
    assertThat(gateway.asHr("GET /v1/away").header("Retry-After")).isEqualTo("5");
  }

  @Test
  void the_token_comes_before_the_role_and_the_role_before_the_body() {
    var finance = Forge.claims().put("roles", new JsonArray().add("finance"));
    var asFinance = List.of("Authorization: Bearer " + Forge.good(finance));

    assertThat(gateway.send("POST /v1/things", List.of(), "x").status()).isEqualTo(401);
    assertThat(gateway.send("POST /v1/things", asFinance, "x").json().getString("code"))
        .isEqualTo("ROLE_MISSING");
    assertThat(gateway.asHr("POST /v1/things", List.of(), "x").status()).isEqualTo(415);
  }

  @Test
  void the_organisation_is_one_of_the_tokens() {
    var both = new JsonArray().add(Forge.ORGANISATION.toString()).add(Forge.OTHER.toString());

    assertThat(who(both, "").errors())
        .containsExactly("header Organisation-Id ORGANISATION_REQUIRED");
    assertThat(who(both, Forge.OTHER.toString()).json().getString("organisation"))
        .isEqualTo(Forge.OTHER.toString());
    assertThat(who(both, "0197a3c2-7c1e-7d40-9a55-3f1c52d0a009").status()).isEqualTo(404);
    assertThat(who(both, "nonsense").status()).isEqualTo(404);
    assertThat(who(new JsonArray().add(Forge.OTHER.toString()), "").status()).isEqualTo(200);
  }

  @Test
  void an_operator_without_organisations_does_unbound_operations_only() {
    var claims = Forge.claims().put("roles", new JsonArray().add("admin"));
    claims.remove("organisations");
    var header = List.of("Authorization: Bearer " + Forge.good(claims));

    assertThat(gateway.send("GET /v1/who", header, "").json().getString("organisation"))
        .isEqualTo(Caller.NO_ORGANISATION.toString());
    assertThat(gateway.send("GET /v1/bound", header, "").status()).isEqualTo(400);
  }

  @Test
  void every_mistake_in_the_parameters_is_told_at_once() {
    var mistakes = gateway.asHr("GET /v1/things?limit=ten&Delivery=x&999990019=1&limit=2");
    var read = gateway.asHr("GET /v1/things?delivery=full", List.of("Number: 7"), "");

    assertThat(mistakes.errors())
        .containsExactly(
            "query limit PARAMETER_REPEATED",
            "query delivery PARAMETER_REQUIRED",
            "header Number PARAMETER_REQUIRED",
            "query PARAMETER_UNKNOWN");
    assertThat(mistakes.body()).doesNotContain("999990019");
    assertThat(gateway.asHr("GET /v1/things?limit=ten").errors())
        .contains("query limit VALUE_FORM");
    assertThat(read.body()).isEqualTo("{\"limit\":10,\"delivery\":\"full\",\"number\":7}");
  }

  @Test
  void a_header_that_is_sent_in_the_query_is_told_to_be_one() {
    var mistakes = gateway.asHr("GET /v1/things?delivery=full&number=999990019");

    assertThat(mistakes.errors())
        .containsExactly("header Number PARAMETER_REQUIRED", "query PARAMETER_UNKNOWN");
    assertThat(mistakes.body())
        .contains("This goes in a header and not in the query: Number.")
        .doesNotContain("999990019");
  }

  @Test
  void the_receiver_chooses_among_the_forms_there_are() {
    var csv = gateway.asHr("GET /v1/report", List.of("Accept: text/*, application/json;q=0.5"), "");
    var json = gateway.asHr("GET /v1/report", List.of("Accept: text/csv;q=0, */*"), "");
    var neither = gateway.asHr("GET /v1/report", List.of("Accept: application/pdf"), "");
    var unread = gateway.asHr("GET " + THING, List.of("Accept: text/html"), "");

    assertThat(csv.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(json.header("Content-Type")).isEqualTo("application/json");
    assertThat(neither.status()).isEqualTo(406);
    assertThat(unread.status()).isEqualTo(406);
  }

  @Test
  void every_answer_is_observed_by_its_operation() throws InterruptedException {
    assertThat(gateway.asHr("GET " + THING).status()).isEqualTo(200);
    assertThat(gateway.send("GET " + THING, List.of(), "").status()).isEqualTo(401);
    assertThat(gateway.asHr("GET /x").status()).isEqualTo(404);

    assertThat(gateway.observedUntil("getThing 200")).contains("getThing 200");
    assertThat(gateway.observedUntil("getThing 401")).contains("getThing 401");
    assertThat(gateway.observedUntil("none 404")).contains("none 404");
  }

  private static Answer who(JsonArray organisations, String chosen) {
    var claims = Forge.claims().put("organisations", organisations);
    var headers = new ArrayList<>(List.of("Authorization: Bearer " + Forge.good(claims)));
    if (!chosen.isEmpty()) {
      headers.add("Organisation-Id: " + chosen);
    }
    return gateway.send("GET /v1/bound", headers, "");
  }

  private static void assertHeaders(Answer reply) {
    assertThat(reply.headers())
        .contains(
            "api-version: " + TestGateway.API_VERSION,
            "cache-control: no-store",
            "content-security-policy: default-src 'none'; frame-ancestors 'none'",
            "strict-transport-security: max-age=31536000; includeSubDomains",
            "x-content-type-options: nosniff",
            "x-frame-options: DENY",
            "referrer-policy: no-referrer");
    assertThat(reply.header("Request-Id")).hasSize(36);
  }
}
