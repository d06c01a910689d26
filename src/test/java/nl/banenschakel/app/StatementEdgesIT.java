package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/**
 * What of statements is shared at the edges of a relation, and what is refused at those of a form.
 */
class StatementEdgesIT extends StatedHours {
  @Test
  void the_receiver_reads_of_no_hours_whether_they_are_sickness_or_leave() {
    var sick = line("P-6", "2026-03-02", "8").put("hourType", "Sick time");

    var receipt =
        state(statement(assignment("P-6").getString("reference"), sick)).expect(201).json();

    assertThat(lines(read(lender, receipt)).get(0).getString("hourType")).isEqualTo("Sick time");
    var seen = read(school, receipt);
    assertThat(seen.encode()).doesNotContain("hourType", "Sick time");
    assertThat(seen.getDouble("workedHours")).isEqualTo(8);
  }

  @Test
  void a_relation_that_begins_and_ends_within_the_days_shares_them() {
    var brief = begin("receiver");
    accept(lender, invite(brief)).expect(200);
    var ending = "{\"lastDay\":\"2026-03-02\",\"reason\":\"Kort\"}";
    var draft =
        new JsonObject(assignmentDraft(name("A"), "P-1")).put("relation", brief.getString("id"));
    lender.post("/v1/assignments", JSON, draft.encode()).expect(201);
    school.post(address(brief) + "/_end", JSON, ending).expect(200);

    var receipt =
        state(
                statement(draft.getString("reference"), line("P-1", "2026-01-05", "8"))
                    .put("firstDay", "2025-12-01")
                    .put("lastDay", "2026-03-31"))
            .expect(201)
            .json();

    assertThat(receipt.getJsonArray("marks")).doesNotContain("RELATION_NOT_RUNNING");
    assertThat(read(school, receipt).getDouble("workedHours")).isEqualTo(8);
  }

  @Test
  void the_same_days_do_not_stand_again_once_their_assignment_is_recorded() {
    var reference = name("A");
    state(statement(reference)).expect(201);
    lender.post("/v1/assignments", JSON, assignmentDraft(reference, "P-1")).expect(201);

    assertThat(state(statement(reference)).code()).isEqualTo("STATEMENT_OVERLAPS");
  }

  @Test
  void a_moment_is_of_a_year_that_a_day_may_have() {
    var far = line("P-1", "2026-03-02", "8").put("start", "+300000-01-01T00:00:00Z");

    assertThat(state(statement(name("A"), far)).status()).isEqualTo(400);
    far.put("start", "2100-01-01T00:00:00Z");
    assertThat(state(statement(name("A"), far)).mistakes())
        .containsExactly("/lines/0/start DATE_YEAR");
  }

  @Test
  void a_chain_of_a_thousand_is_not_corrected_once_more() {
    var assignment = name("A");
    var first = state(statement(assignment)).expect(201).json().getString("statement");
    gateway
        .database()
        .asSuperuser(
            """
            insert into statement.statement (
              tenant_id, statement_id, first_day, last_day, channel, marks, invoice_numbers, invoiced_on,
              paid_on, receipt, original_id, received_by)
            select tenant_id, gen_random_uuid(), first_day, last_day, channel, marks, '{}', '{}', '{}',
                   'R' || n, original_id, received_by
              from statement.statement, generate_series(2, 1000) n
             where statement_id = '%s'"""
                .formatted(first));

    var more = state(statement(assignment).put("replaces", first));

    assertThat(more.status()).isEqualTo(409);
    assertThat(more.code()).isEqualTo("CORRECTED_TOO_OFTEN");
  }

  @Test
  void standing_is_true_or_false() {
    assertThat(lender.get("/v1/statements?standing=1").mistakes())
        .containsExactly("query standing VALUE_FORM");
  }
}
