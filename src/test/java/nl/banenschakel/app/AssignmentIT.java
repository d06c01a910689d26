package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Test;

/** Assignments, and what of them the other organisation reads. */
class AssignmentIT extends StatedHours {
  @Test
  void the_receiver_reads_it_without_what_says_who_works() {
    var recorded = assignment("P-204");

    var seen = school.get(address(recorded.getString("id"))).expect(200);

    assertThat(seen.json().getString("purchaseOrder")).isEqualTo("PO-1");
    assertThat(seen.json().fieldNames()).doesNotContain("reference", "person");
    assertThat(seen.text()).doesNotContain("P-204", recorded.getString("reference"));
    assertThat(stranger.get(address(recorded.getString("id"))).status()).isEqualTo(404);
    assertThat(stranger.get("/v1/assignments").items()).isEmpty();
  }

  @Test
  void the_same_again_is_the_same_and_another_one_of_its_reference_is_refused() {
    var draft = assignmentDraft(name("A"), "P-1");
    var first = lender.post("/v1/assignments", JSON, draft).expect(201).json();

    var again = lender.post("/v1/assignments", JSON, draft).expect(201).json();
    var other = lender.post("/v1/assignments", JSON, draft.replace("P-1", "P-2"));

    assertThat(again).isEqualTo(first);
    assertThat(other.code()).isEqualTo("ASSIGNMENT_EXISTS");
  }

  @Test
  void what_was_said_last_of_its_last_day_holds() {
    var id = assignment("P-1").getString("id");

    end(lender, id, "2026-06-30").expect(200);
    var prolonged = end(lender, id, "2026-09-30").expect(200).json();

    assertThat(prolonged.getString("lastDay")).isEqualTo("2026-09-30");
    assertThat(school.get(address(id)).json().getString("lastDay")).isEqualTo("2026-09-30");
    assertThat(end(lender, id, "2026-01-01").mistakes()).containsExactly("/lastDay DATE_ORDER");
  }

  @Test
  void only_who_lends_records_and_ends_it() {
    var asLender = gateway.as(schoolId, Role.LENDER);
    var id = assignment("P-1").getString("id");

    var recorded = asLender.post("/v1/assignments", JSON, assignmentDraft(name("A"), "P-1"));

    assertThat(recorded.code()).isEqualTo("NOT_PROVIDER");
    assertThat(end(asLender, id, "2026-06-30").status()).isEqualTo(404);
  }

  @Test
  void without_a_relation_that_runs_there_is_nobody_and_that_is_audited() {
    var early =
        new JsonObject(assignmentDraft(name("A"), "P-1")).put("firstDay", "2025-12-31").encode();

    var refused = lender.post("/v1/assignments", JSON, early);

    assertThat(refused.status()).isEqualTo(404);
    assertThat(
            gateway
                .database()
                .texts(
                    "select operation || ' ' || outcome from audit.line where request_id = '%s'"
                        .formatted(refused.header("Request-Id"))))
        .containsExactly("recordAssignment REFUSED");
  }

  @Test
  void a_relation_that_never_ran_in_its_days_hides_it_from_the_receiver() {
    var own = begin("receiver");
    accept(lender, invite(own)).expect(200);
    var draft =
        new JsonObject(assignmentDraft(name("A"), "P-1"))
            .put("relation", own.getString("id"))
            .put("firstDay", "2026-05-01");
    var id =
        lender.post("/v1/assignments", JSON, draft.encode()).expect(201).json().getString("id");
    school.get(address(id)).expect(200);

    var ending = "{\"lastDay\":\"2026-04-30\",\"reason\":\"Toch niet\"}";
    school.post(address(own) + "/_end", JSON, ending).expect(200);

    assertThat(school.get(address(id)).status()).isEqualTo(404);
    lender.get(address(id)).expect(200);
  }

  @Test
  void every_mistake_is_told_at_once() {
    var answer =
        lender.post(
            "/v1/assignments",
            JSON,
            "{\"relation\":\"x\",\"reference\":\"999990019\",\"firstDay\":\"2026-02-01\",\"lastDay\":\"2026-01-01\"}");

    assertThat(answer.mistakes())
        .containsExactlyInAnyOrder(
            "/relation VALUE_FORM", "/reference TEXT_HOLDS_BSN", "/lastDay DATE_ORDER");
  }

  @Test
  void who_is_lent_is_one_person() {
    var draft = new JsonObject(assignmentDraft(name("A"), "P-1"));
    draft.remove("person");

    assertThat(lender.post("/v1/assignments", JSON, draft.encode()).mistakes())
        .containsExactly("/person PERSON_REQUIRED");
  }

  private static Answer end(ApiClient client, String id, String lastDay) {
    return client.post(address(id) + "/_end", JSON, "{\"lastDay\":\"%s\"}".formatted(lastDay));
  }

  private static String address(String id) {
    return "/v1/assignments/" + id;
  }
}
