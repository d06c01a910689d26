package nl.banenschakel.person;

import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PersonSearchIT {
  private static final String NOBODY = "999990081";
  private static final String LISTED_ONLY = "999990214";
  private static final String ASKED_ONLY = "999990184";

  private static TestGateway gateway;
  private static UUID organisation;
  private static ApiClient hr;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    hr = gateway.as(organisation, Role.HR);
    hr.postContracts(NUMBER, SampleFiles.CONTRACTS).expect(201);
    hr.postList(NUMBER, PEILDATUM, SampleFiles.LIST + LISTED_ONLY + "\n").expect(201);
    hr.post(
        "/v1/register-answers?peildatum=" + PEILDATUM,
        "text/csv",
        "BSN;antwoord\n" + ASKED_ONLY + ";niet\n",
        "Loonheffingennummer",
        NUMBER);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void who_is_known_comes_with_contracts_and_evidence_at_the_place_of_the_question() {
    var answer = search(NOBODY, SampleFiles.ANNA, LISTED_ONLY);

    assertThat(answer.items())
        .extracting(it -> it.getString("at"))
        .containsExactly("/bsns/1", "/bsns/2");
    var anna = answer.items().get(0);
    var contract = anna.getJsonArray("contracts").getJsonObject(0);
    var parts = hr.get("/v1/contracts/" + contract.getString("id")).json().getJsonArray("parts");
    assertThat(parts.getJsonObject(0).getString("personId")).isEqualTo(anna.getString("personId"));
    assertThat(anna.getBoolean("registerLists")).isTrue();
    assertThat(anna.getBoolean("registerAnswers")).isFalse();
    assertThat(answer.items().get(1).getJsonArray("contracts")).isEmpty();
  }

  @Test
  void no_answer_holds_a_bsn_and_nobody_becomes_known_by_being_looked_for() {
    assertThat(search(NOBODY).items()).isEmpty();
    assertThat(search(NOBODY).items()).isEmpty();

    assertThat(search(SampleFiles.ANNA, SampleFiles.ANNA).text()).doesNotContain(SampleFiles.ANNA);
  }

  @Test
  void the_audit_says_how_many_were_looked_for_and_who_was_found() {
    var answer = search(SampleFiles.ANNA, NOBODY, LISTED_ONLY);
    var found = answer.items().stream().map(it -> it.getString("personId")).toList();

    var line =
        gateway
            .as(organisation, Role.PRIVACY)
            .get("/v1/audit-lines?operation=searchPersons&person=" + found.get(1))
            .items()
            .stream()
            .filter(it -> it.getString("requestId").equals(answer.header("Request-Id")))
            .findFirst()
            .orElseThrow();

    assertThat(line.getInteger("persons")).isEqualTo(3);
    assertThat(line.getString("basis")).isEqualTo("LOONHEFFINGEN,WFSV_38D_7");
    assertThat(line.getJsonArray("personIds").stream().map(String::valueOf))
        .hasSameElementsAs(found);
  }

  @Test
  void somebody_else_s_people_are_not_known() {
    var newcomer = gateway.createOrganisation("Nieuwkomer", NUMBER);

    var answer = search(gateway.as(newcomer, Role.PAYROLL), List.of(SampleFiles.ANNA));

    assertThat(answer.expect(200).items()).isEmpty();
  }

  @Test
  void every_mistake_is_reported_at_its_place_and_without_the_number() {
    var answer = search(hr, List.of(SampleFiles.ANNA, "12345678", "999990018"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.mistakes()).containsExactly("/bsns/1 BSN_FORM", "/bsns/2 BSN_ELFPROEF");
    assertThat(answer.text()).doesNotContain("999990018").doesNotContain("12345678");
  }

  @Test
  void one_to_twenty_are_looked_for_at_once() {
    assertThat(search(hr, List.of()).status()).isEqualTo(400);
    assertThat(search(hr, Collections.nCopies(21, NOBODY)).status()).isEqualTo(400);
    assertThat(search(hr, Collections.nCopies(20, NOBODY)).status()).isEqualTo(200);
  }

  private static Answer search(String... bsns) {
    return search(hr, List.of(bsns)).expect(200);
  }

  private static Answer search(ApiClient client, List<String> bsns) {
    var body = new JsonObject().put("bsns", new JsonArray(bsns)).encode();
    return client.post("/v1/persons/_search", "application/json", body);
  }
}
