package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who read what of whom, as whoever watches over privacy is told. */
class AuditIT {
  private static TestGateway gateway;
  private static UUID organisation;
  private static ApiClient privacy;
  private static JsonObject contract;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    privacy = gateway.as(organisation, Role.PRIVACY);
    var hr = gateway.as(organisation, Role.HR);
    hr.postContracts(NUMBER, SampleFiles.CONTRACTS).expect(201);
    contract = hr.get("/v1/contracts").items().get(0);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void who_reads_a_contract_is_found_by_the_person_it_is_of() {
    var person = contract.getJsonArray("parts").getJsonObject(0).getString("personId");
    var answer = reader("reader-1").get("/v1/contracts/" + contract.getString("id")).expect(200);

    var found = lines("?operation=getContract&person=" + person);

    assertThat(found)
        .first()
        .satisfies(line -> assertThat(line.getString("subject")).isEqualTo("reader-1"));
    var line = found.get(0);
    assertThat(line.getString("requestId")).isEqualTo(answer.header("Request-Id"));
    assertThat(line.getString("resource")).isEqualTo(contract.getString("id"));
    assertThat(line.getString("basis")).isEqualTo("LOONHEFFINGEN");
    assertThat(line.getInteger("persons")).isEqualTo(1);
    assertThat(line.getJsonArray("personIds")).containsExactly(person);
    assertThat(lines("?operation=getContract&person=" + UUID.randomUUID())).isEmpty();
  }

  @Test
  void a_list_names_everybody_on_the_page_that_was_given() {
    var page = reader("reader-2").get("/v1/contracts?limit=1").expect(200);

    var line = newestOf("reader-2");

    assertThat(line.getInteger("persons")).isEqualTo(1);
    assertThat(line.getJsonArray("personIds"))
        .containsExactly(
            page.items().get(0).getJsonArray("parts").getJsonObject(0).getString("personId"));
  }

  @Test
  void a_refusal_is_there_with_its_code_and_with_what_was_asked_for() {
    var nothing = UUID.randomUUID().toString();
    reader("reader-3").get("/v1/contracts/" + nothing);

    var line = newestOf("reader-3");

    assertThat(line.getString("outcome")).isEqualTo("REFUSED");
    assertThat(line.getInteger("status")).isEqualTo(404);
    assertThat(line.getString("code")).isEqualTo("NOT_FOUND");
    assertThat(line.getString("resource")).isEqualTo(nothing);
  }

  @Test
  void reading_the_audit_is_itself_in_the_audit() {
    var read = privacy.get("/v1/audit-lines?limit=1").expect(200);

    assertThat(lines("?operation=listAuditLines&limit=1"))
        .extracting(line -> line.getString("requestId"))
        .containsExactly(read.header("Request-Id"));
  }

  @Test
  void pages_follow_each_other_without_a_gap_from_new_to_old() {
    for (int i = 0; i < 5; i++) {
      reader("reader-4").get("/v1/contracts?limit=1").expect(200);
    }
    var until = "&until=" + lines("?limit=1").get(0).getString("loggedAt");

    var all = lines("?limit=200" + until);
    var first = privacy.get("/v1/audit-lines?limit=3" + until).expect(200).json();
    var second = lines("?limit=3&after=" + first.getString("next") + until);

    assertThat(first.getJsonArray("items")).hasSize(3);
    assertThat(all.subList(3, 6)).isEqualTo(second);
    assertThat(all)
        .isSortedAccordingTo((a, b) -> b.getString("loggedAt").compareTo(a.getString("loggedAt")));
  }

  @Test
  void lines_are_asked_for_by_when_they_were_written() {
    reader("reader-5").get("/v1/contracts").expect(200);
    var at = newestOf("reader-5").getString("loggedAt");

    assertThat(lines("?from=" + at)).anyMatch(line -> line.getString("loggedAt").equals(at));
    assertThat(lines("?until=" + at)).noneMatch(line -> line.getString("loggedAt").equals(at));
    assertThat(lines("?from=2090-01-01T00:00:00Z")).isEmpty();
    assertThat(
            privacy
                .get("/v1/audit-lines?from=2026-02-01T00:00:00Z&until=2026-01-01T00:00:00Z")
                .mistakes())
        .containsExactly("query until DATE_ORDER");
    assertThat(privacy.get("/v1/audit-lines?from=now&until=0001-01-01T00:00:00Z").mistakes())
        .containsExactly("query from VALUE_FORM", "query until DATE_YEAR");
  }

  @Test
  void nobody_reads_the_audit_of_another() {
    var newcomer = gateway.createOrganisation("Nieuwkomer");
    var line = lines("?limit=1").get(0).getString("id");
    var client = gateway.as(newcomer, Role.PRIVACY);

    assertThat(client.get("/v1/audit-lines").items()).isEmpty();
    assertThat(client.get("/v1/audit-lines?after=" + line).items()).isEmpty();
    assertThat(gateway.as(organisation, Role.HR, Role.ADMIN).get("/v1/audit-lines").status())
        .isEqualTo(403);
  }

  @Test
  void where_it_cannot_be_written_nothing_of_people_is_answered_and_all_else_is() {
    var database = gateway.database();
    database.asOwner("revoke insert on audit.line from banenschakel_app");
    try {
      var answer = reader("reader-6").get("/v1/contracts");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("UNAVAILABLE_NOW");
      assertThat(answer.text()).doesNotContain(contract.getString("personnelNumber"));
      assertThat(reader("reader-6").get("/v1/register-snapshots").status()).isEqualTo(200);
    } finally {
      database.asOwner("grant insert on audit.line to banenschakel_app");
    }
    assertThat(reader("reader-6").get("/v1/contracts").status()).isEqualTo(200);
  }

  private static ApiClient reader(String subject) {
    return gateway.withToken(gateway.token(subject, Set.of(organisation), Role.HR));
  }

  private static List<JsonObject> lines(String query) {
    return privacy.get("/v1/audit-lines" + query).expect(200).items();
  }

  private static JsonObject newestOf(String subject) {
    return lines("?limit=200").stream()
        .filter(line -> line.getString("subject").equals(subject))
        .findFirst()
        .orElseThrow();
  }
}
