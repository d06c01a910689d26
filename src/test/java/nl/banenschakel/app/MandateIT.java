package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payroll bureau acts for a school by a mandate, and not without. */
class MandateIT extends TwoOrganisations {
  private static final String RELATIONS = "/v1/relations";

  private static ApiClient admin;
  private UUID bureauId;
  private ApiClient bureau;

  @BeforeAll
  static void administer() {
    admin = gateway.as(schoolId, Role.ADMIN);
  }

  @BeforeEach
  void foundABureau() {
    CLOCK.turnTo(LocalDate.of(2026, 3, 2));
    bureauId = gateway.createOrganisation("Salarisbureau");
    bureau = gateway.as(bureauId, Role.FINANCE, Role.PAYROLL);
  }

  @Test
  void who_has_a_mandate_acts_as_the_other_one_and_is_named_wherever_it_acts() {
    assertThat(bureau.get(RELATIONS, "Organisation-Id", schoolId.toString()).status())
        .isEqualTo(404);
    give("finance");

    var begun = asSchool(bureau).expect(201).json();

    assertThat(bureau.get(address(begun)).status()).isEqualTo(404);
    var step = school.get(address(begun)).json().getJsonArray("steps").getJsonObject(0);
    assertThat(step.getString("organisation")).isEqualTo(schoolId.toString());
    assertThat(step.getString("by")).endsWith(" (Salarisbureau Noord)");
  }

  @Test
  void the_audit_says_of_which_organisation_a_reader_was() {
    give("hr", "payroll");
    var hr = gateway.as(bureauId, Role.HR, Role.FINANCE);
    hr.get("/v1/contracts", "Organisation-Id", schoolId.toString()).expect(200);

    var line = school.get("/v1/audit-lines?operation=listContracts").items().get(0);

    assertThat(line.getString("representative")).isEqualTo(bureauId.toString());
    assertThat(line.getJsonArray("roles")).containsExactly("hr");
  }

  @Test
  void it_acts_in_the_roles_that_both_the_token_and_the_mandate_have() {
    give("payroll", "hr");

    assertThat(asSchool(bureau).code()).isEqualTo("ROLE_MISSING");
    var hr = gateway.as(bureauId, Role.HR);
    assertThat(asSchool(hr).code()).isEqualTo("ROLE_MISSING");

    assertThat(refusals("beginRelation")).contains("ROLE_MISSING " + bureauId);
  }

  @Test
  void it_holds_from_its_first_day_to_its_last_in_the_netherlands() {
    var mandate = give("finance");

    CLOCK.turnTo(LocalDate.of(2026, 2, 28));
    assertThat(asSchool(bureau).status()).isEqualTo(404);
    assertThat(status(school, mandate)).isEqualTo("to-come");
    CLOCK.turnTo(LocalDate.of(2026, 3, 1));
    asSchool(bureau).expect(201);
    CLOCK.turnTo(LocalDate.of(2026, 3, 31));
    asSchool(bureau).expect(201);
    assertThat(status(bureau, mandate)).isEqualTo("running");
    CLOCK.turnTo(LocalDate.of(2026, 4, 1));
    assertThat(asSchool(bureau).status()).isEqualTo(404);
    assertThat(status(bureau, mandate)).isEqualTo("ended");
  }

  @Test
  void either_ends_it_at_once_and_once() {
    for (var ender : List.of(admin, gateway.as(bureauId, Role.ADMIN))) {
      var mandate = give("finance");
      asSchool(bureau).expect(201);

      var ended =
          IntStream.range(0, 5).parallel().mapToObj(i -> end(ender, mandate).status()).toList();

      assertThat(ended).containsOnlyOnce(200).containsOnly(200, 409);
      assertThat(asSchool(bureau).status()).isEqualTo(404);
      assertThat(end(admin, mandate).code()).isEqualTo("MANDATE_ENDED");
    }
  }

  @Test
  void a_token_for_several_acts_for_whom_any_of_them_may_act() {
    var mandate = give("finance");
    var group = gateway.as(Set.of(lenderId, bureauId), Role.FINANCE);

    assertThat(asSchool(group).status()).isEqualTo(201);
    end(admin, mandate).expect(200);
    assertThat(asSchool(group).status()).isEqualTo(404);
  }

  @Test
  void of_several_the_one_acts_that_may_do_it() {
    var other = gateway.createOrganisation("Administratiekantoor");
    give("hr");
    var finance = new JsonObject(draft("finance")).put("representative", other.toString());
    admin.post("/v1/mandates", JSON, finance.encode()).expect(201);
    var group = gateway.as(Set.of(bureauId, other), Role.HR, Role.FINANCE);

    asSchool(group).expect(201);
    group.get("/v1/contracts", "Organisation-Id", schoolId.toString()).expect(200);
    var privacy = gateway.as(Set.of(bureauId, other), Role.PRIVACY);
    assertThat(privacy.get("/v1/audit-lines", "Organisation-Id", schoolId.toString()).code())
        .isEqualTo("ROLE_MISSING");
  }

  @Test
  void an_organisation_gives_two_hundred_at_a_time() {
    var giver = gateway.createOrganisation("Schoolbestuur");
    var its = gateway.as(giver, Role.ADMIN);
    var first = its.post("/v1/mandates", JSON, draft("hr")).expect(201).json().getString("id");
    gateway
        .database()
        .asSuperuser(
            """
            insert into party.mandate (tenant_id, mandate_id, counterparty_id, representative_name,
              giver_name, roles, first_day, last_day, given_by)
            select tenant_id, gen_random_uuid(), counterparty_id, representative_name, giver_name, roles,
                   first_day, last_day, given_by
              from party.mandate, generate_series(2, 200) where mandate_id = '%s'"""
                .formatted(first));

    assertThat(its.post("/v1/mandates", JSON, draft("hr")).code()).isEqualTo("MANDATES_TOO_MANY");
    end(its, first).expect(200);
    its.post("/v1/mandates", JSON, draft("hr")).expect(201);
  }

  @Test
  void a_name_does_not_turn_what_follows_it() {
    var turned = new JsonObject(draft("hr")).put("representativeName", "Bureau\u202E");

    assertThat(admin.post("/v1/mandates", JSON, turned.encode()).mistakes())
        .containsExactly("/representativeName TEXT_CONTROL");
  }

  @Test
  void a_third_one_neither_uses_nor_reads_nor_ends_it() {
    var mandate = give("finance");

    assertThat(stranger.get(RELATIONS, "Organisation-Id", schoolId.toString()).status())
        .isEqualTo(404);
    assertThat(stranger.get("/v1/mandates/" + mandate).status()).isEqualTo(404);
    assertThat(stranger.get("/v1/mandates").items()).isEmpty();
    assertThat(end(gateway.as(lenderId, Role.ADMIN), mandate).status()).isEqualTo(404);
  }

  @Test
  void it_is_not_passed_on() {
    give("finance");

    var passed =
        gateway
            .as(bureauId, Role.ADMIN)
            .post("/v1/mandates", JSON, draft("finance"), "Organisation-Id", schoolId.toString());

    assertThat(passed.code()).isEqualTo("ROLE_MISSING");
  }

  @Test
  void every_mistake_is_reported_at_once_with_its_place() {
    var wrong =
        new JsonObject()
            .put("representative", "bureau")
            .put("representativeName", " ")
            .put("roles", new JsonArray().add("admin").add("hr"))
            .put("firstDay", "2026-03-02")
            .put("lastDay", "2026-03-01");

    assertThat(admin.post("/v1/mandates", JSON, wrong.encode()).mistakes())
        .containsExactlyInAnyOrder(
            "/representative VALUE_FORM",
            "/representativeName TEXT_LENGTH",
            "/roles/0 ROLE_UNKNOWN",
            "/lastDay DATE_ORDER");
  }

  @Test
  void it_is_neither_to_itself_nor_over_when_it_is_given() {
    var self = new JsonObject(draft("hr")).put("representative", schoolId.toString());
    var over =
        new JsonObject(draft("hr")).put("firstDay", "2025-01-01").put("lastDay", "2026-03-01");

    assertThat(admin.post("/v1/mandates", JSON, self.encode()).mistakes())
        .containsExactly("/representative REPRESENTATIVE_SELF");
    assertThat(admin.post("/v1/mandates", JSON, over.encode()).mistakes())
        .containsExactly("/lastDay LAST_DAY_UNFIT");
  }

  @CanIgnoreReturnValue
  private String give(String... roles) {
    return admin.post("/v1/mandates", JSON, draft(roles)).expect(201).json().getString("id");
  }

  private String draft(String... roles) {
    return new JsonObject()
        .put("representative", bureauId.toString())
        .put("representativeName", "Salarisbureau Noord")
        .put("roles", new JsonArray(List.of(roles)))
        .put("firstDay", "2026-03-01")
        .put("lastDay", "2026-03-31")
        .encode();
  }

  private static Answer asSchool(ApiClient client) {
    var relation =
        "{\"kind\":\"detachering\",\"side\":\"receiver\",\"counterpartyName\":\"Werkpool\","
            + "\"firstDay\":\"2026-01-01\"}";
    return client.post(RELATIONS, JSON, relation, "Organisation-Id", schoolId.toString());
  }

  private static Answer end(ApiClient client, String mandate) {
    return client.send("POST", "/v1/mandates/" + mandate + "/_end", Optional.empty(), new byte[0]);
  }

  private static String status(ApiClient client, String mandate) {
    return client.get("/v1/mandates/" + mandate).expect(200).json().getString("status");
  }

  private static List<String> refusals(String operation) {
    return school.get("/v1/audit-lines?operation=" + operation).items().stream()
        .map(line -> line.getString("code") + " " + line.getString("representative"))
        .toList();
  }
}
