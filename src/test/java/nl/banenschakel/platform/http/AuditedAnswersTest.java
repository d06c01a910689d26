package nl.banenschakel.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.audit.AuditLine;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Forge;
import nl.banenschakel.platform.http.Wire.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditedAnswersTest {
  private static final UUID PERSON = UUID.fromString("0197a3c3-1000-7a01-8000-00000000a001");
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private TestGateway gateway;

  @BeforeEach
  void start() {
    gateway = new TestGateway();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void who_was_told_of_a_person_is_kept_with_all_that_names_the_call() {
    var claims = Forge.claims().put("sub", "d.jansen").put("azp", "hr-system");

    var answer =
        sent(
            "GET /v1/persons/" + PERSON,
            claims.encode(),
            "traceparent: 00-" + TRACE + "-00f067aa0ba902b7-01");

    assertThat(answer.status()).isEqualTo(200);
    var line = theLine();
    assertThat(line.caller().subject()).isEqualTo("d.jansen");
    assertThat(line.caller().client()).contains("hr-system");
    assertThat(line.caller().organisation()).isEqualTo(Forge.ORGANISATION);
    assertThat(line.operation()).isEqualTo("getPerson");
    assertThat(line.reads()).isEqualTo(Reads.PAYROLL);
    assertThat(line.status()).isEqualTo(200);
    assertThat(line.code()).isEmpty();
    assertThat(line.resource()).contains(PERSON);
    assertThat(line.people()).isEqualTo(People.of(List.of(PERSON)));
    assertThat(line.request()).hasToString(answer.header("Request-Id"));
    assertThat(line.trace().trace()).isEqualTo(TRACE);
  }

  @Test
  void head_tells_that_somebody_is_there_and_so_is_kept_too() {
    assertThat(gateway.asHr("HEAD /v1/persons/" + PERSON).status()).isEqualTo(200);

    assertThat(theLine().operation()).isEqualTo("getPerson");
  }

  @Test
  void what_tells_of_nobody_is_not_kept() {
    var answer = gateway.asHr("GET /v1/things/" + PERSON);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(gateway.kept()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET /v1/things/12, 404, NOT_FOUND",
    "GET /v1/things, 400, INPUT_INVALID",
    "POST /v1/things, 415, MEDIA_TYPE_UNSUPPORTED",
  })
  void a_refusal_is_kept_with_its_code(String line, int status, String code) {
    assertThat(gateway.asHr(line).status()).isEqualTo(status);

    assertThat(theLine().status()).isEqualTo(status);
    assertThat(theLine().code()).contains(code);
    assertThat(theLine().people()).isEqualTo(People.UNKNOWN);
  }

  @Test
  void a_refusal_for_the_role_is_kept_where_the_caller_belongs() {
    var claims = Forge.claims().put("roles", new JsonArray().add("lender"));

    assertThat(sent("GET /v1/persons/" + PERSON, claims.encode()).status()).isEqualTo(403);

    assertThat(theLine().code()).contains("ROLE_MISSING");
    assertThat(theLine().caller().organisation()).isEqualTo(Forge.ORGANISATION);
  }

  @Test
  void who_names_another_s_organisation_is_kept_in_the_own_one() {
    var answer =
        sent(
            "GET /v1/persons/" + PERSON,
            Forge.claims().encode(),
            "Organisation-Id: " + Forge.OTHER);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(theLine().caller().organisation()).isEqualTo(Forge.ORGANISATION);
    assertThat(theLine().code()).contains("NOT_FOUND");
  }

  @Test
  void of_several_organisations_the_named_one_keeps_the_refusal_and_none_keeps_it_unnamed() {
    var both = new JsonArray().add(Forge.ORGANISATION.toString()).add(Forge.OTHER.toString());
    var claims = Forge.claims().put("organisations", both).encode();

    var unnamed = sent("GET /v1/things/12", claims);
    var named = sent("GET /v1/things/12", claims, "organisation-id: " + Forge.OTHER);

    assertThat(List.of(unnamed.status(), named.status())).containsExactly(400, 404);
    assertThat(theLine().caller().organisation()).isEqualTo(Forge.OTHER);
  }

  @Test
  void a_token_that_is_none_leaves_no_line() {
    var line = "GET /v1/persons/" + PERSON;

    assertThat(gateway.send(line, List.of("Authorization: Bearer x.y.z"), "").status())
        .isEqualTo(401);
    assertThat(gateway.send(line, List.of(), "").status()).isEqualTo(401);

    assertThat(gateway.kept()).isEmpty();
  }

  @Test
  void a_fault_of_ours_that_concerns_nobody_is_no_refusal() {
    assertThat(gateway.asHr("GET /v1/away").status()).isEqualTo(503);
    assertThat(gateway.asHr("GET /v1/defect").status()).isEqualTo(500);

    assertThat(gateway.kept()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GET /v1/away/1, 503, UNAVAILABLE_NOW", "GET /v1/defect/1, 500, INTERNAL_DEFECT"})
  void a_fault_of_ours_where_somebody_was_asked_about_is_kept(
      String line, int status, String code) {
    assertThat(gateway.asHr(line).status()).isEqualTo(status);

    assertThat(theLine().status()).isEqualTo(status);
    assertThat(theLine().code()).contains(code);
    assertThat(theLine().reads()).isEqualTo(Reads.PAYROLL);
  }

  @Test
  void a_fault_of_ours_is_told_also_when_it_cannot_be_kept() {
    gateway.loseAudit();

    assertThat(gateway.asHr("GET /v1/away/1").status()).isEqualTo(503);
    assertThat(gateway.asHr("GET /v1/defect/1").status()).isEqualTo(500);
  }

  @Test
  void what_cannot_be_kept_is_not_answered() {
    gateway.loseAudit();

    var told = gateway.asHr("GET /v1/persons/" + PERSON);
    var refused = gateway.asHr("GET /v1/things/12");

    assertThat(List.of(told.status(), refused.status())).containsExactly(503, 503);
    assertThat(told.json().getString("code")).isEqualTo("UNAVAILABLE_NOW");
    assertThat(told.header("Retry-After")).isEqualTo("5");
    assertThat(told.body()).doesNotContain(PERSON.toString()).doesNotContain(TestGateway.SECRET);
  }

  @Test
  void what_tells_of_nobody_is_answered_also_when_nothing_can_be_kept() {
    gateway.loseAudit();

    assertThat(gateway.asHr("GET /v1/things/" + PERSON).status()).isEqualTo(200);
  }

  @Test
  void a_page_is_kept_under_whoever_is_signed_in() {
    assertThat(gateway.send("GET /v1/person", List.of("Cookie: reader=finance-1"), "").status())
        .isEqualTo(200);

    assertThat(theLine().caller().subject()).isEqualTo("finance-1");
    assertThat(theLine().people().number()).isEqualTo(Optional.of(3));
  }

  @Test
  void a_page_that_would_tell_nobody_knows_whom_of_people_is_a_defect() {
    var answer = gateway.send("GET /v1/person", List.of(), "");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("<p>");
  }

  @Test
  void an_id_that_is_no_id_of_ours_is_not_kept() {
    assertThat(gateway.asHr("GET /v1/persons/00000000-0000-0000-0000-000999990019").status())
        .isEqualTo(200);

    assertThat(theLine().resource()).isEmpty();
  }

  private AuditLine theLine() {
    assertThat(gateway.kept()).hasSize(1);
    return gateway.kept().get(0);
  }

  private Answer sent(String line, String claims, String... headers) {
    var all = new java.util.ArrayList<>(List.of(headers));
    all.add(
        "Authorization: Bearer "
            + Forge.token(Forge.header("ec", "ES256"), claims, "ES256", Forge.EC.getPrivate()));
    return gateway.send(line, all, "");
  }
}
