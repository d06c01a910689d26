package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Test;

/** Statements in our own JSON: what the sender gets for one, and what the receiver reads. */
class StatementIT extends StatedHours {
  @Test
  void the_sender_gets_a_receipt_and_the_receiver_reads_the_hours() {
    var assignment = assignment("P-204");
    var sent = statement(reference(assignment), line("P-204", "2026-03-02", "7.75"));

    var receipt = state(sent).expect(201).json();

    assertThat(receipt.getString("number")).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){2}");
    assertThat(receipt.getString("keptUntil")).isEqualTo("2033-12-31");
    assertThat(receipt.getJsonArray("marks")).isEmpty();
    assertThat(lines(receipt).get(0).getString("verdict")).isEqualTo("taken");
    assertThat(lender.get(statementOf(receipt) + "/receipt").json()).isEqualTo(receipt);
    var seen = read(school, receipt);
    assertThat(seen.getDouble("workedHours")).isEqualTo(7.75);
    assertThat(seen.getString("assignment")).isEqualTo(assignment.getString("id"));
    assertThat(read(lender, receipt).getString("document")).isEqualTo(sent.getString("document"));
  }

  @Test
  void the_receiver_reads_no_name_that_the_sender_has_for_anything() {
    var person = name("P");
    var assignment = assignment(person);
    var sent = statement(reference(assignment), line(person, "2026-03-02", "8"));
    var receipt = state(sent).expect(201).json();

    var seen = school.get(statementOf(receipt)).expect(200).text();

    assertThat(seen)
        .doesNotContain(
            person, reference(assignment), sent.getString("document"), receipt.getString("number"));
    assertThat(lines(read(lender, receipt)).get(0).getString("person")).isEqualTo(person);
    var asLender = gateway.as(schoolId, Role.LENDER);
    assertThat(asLender.get(statementOf(receipt) + "/receipt").status()).isEqualTo(404);
    assertThat(stranger.get(statementOf(receipt)).status()).isEqualTo(404);
    assertThat(stranger.get("/v1/statements").items()).isEmpty();
  }

  /** It tells of a disability (STANDARDS 1.2). */
  @Test
  void that_somebody_works_under_a_wage_dispensation_is_not_kept() {
    var assignment = assignment("P-5");
    var line = line("P-5", "2026-03-02", "8").put("hourType", "Regular wage dispensation");

    var receipt = state(statement(reference(assignment), line)).expect(201).json();

    assertThat(lines(read(lender, receipt)).get(0).getString("hourType")).isEqualTo("Regular");
  }

  @Test
  void somebody_is_the_same_to_one_receiver_and_another_one_to_the_next() {
    var first = state(statement(reference(assignment("P-7")), line("P-7", "2026-03-02", "8")));
    var second =
        state(
            statement(
                reference(assignment("P-7")),
                line("P-7", "2026-03-03", "8"),
                line("P-8", "2026-03-03", "8")));

    var other = new OtherReceiver(gateway, lender);
    var third = other.state(lender, "P-7").expect(201);

    var here = pseudonyms(read(school, first.json()));
    var again = pseudonyms(read(school, second.json()));
    var there = pseudonyms(other.client().get(statementOf(third.json())).expect(200).json());
    assertThat(again.get(0)).isEqualTo(here.get(0));
    assertThat(again.get(1)).isNotEqualTo(here.get(0));
    assertThat(there).hasSize(1).doesNotContainAnyElementsOf(again);
    assertThat(school.get(statementOf(third.json())).status()).isEqualTo(404);
  }

  @Test
  void the_same_again_is_answered_with_the_same_receipt() {
    var sent = statement(reference(assignment("P-1")), line("P-1", "2026-03-02", "8"));
    var receipt = state(sent).expect(201).json();

    var again = state(sent).expect(200).json();
    var other = state(sent.copy().put("lines", new JsonArray()));

    assertThat(again).isEqualTo(receipt);
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("DOCUMENT_REUSED");
    assertThat(other.text()).contains(receipt.getString("statement"));
  }

  @Test
  void what_is_odd_is_taken_in_and_marked() {
    var assignment = assignment("P-1");
    var ended = "{\"lastDay\":\"2026-03-05\"}";
    lender.post("/v1/assignments/" + assignment.getString("id") + "/_end", JSON, ended).expect(200);

    var receipt =
        state(
                statement(
                        reference(assignment),
                        line("P-1", "2026-03-09", "8"),
                        line("P-2", "2026-03-02", "26"),
                        line("P-1", "2026-03-02", "9")
                            .put("start", "2026-03-02T08:00:00")
                            .put("end", "2026-03-02T16:00:00"))
                    .put("purchaseOrder", "PO-2"))
            .expect(201)
            .json();

    assertThat(receipt.getJsonArray("marks"))
        .containsExactly("OUTSIDE_ASSIGNMENT", "ORDER_DIFFERS");
    assertThat(lines(receipt))
        .extracting(line -> line.getJsonArray("marks").encode())
        .containsExactly(
            "[\"OUTSIDE_PERIOD\"]",
            "[\"PERSON_DIFFERS\",\"HOURS_EXCEED_DAYS\"]",
            "[\"HOURS_EXCEED_INTERVAL\"]");
    assertThat(read(school, receipt).getJsonArray("marks")).hasSize(2);
  }

  @Test
  void of_an_assignment_that_nobody_knows_the_sender_alone_reads_it_until_it_is_mended() {
    var reference = name("A");
    var receipt = state(statement(reference, line("P-1", "2026-03-02", "8"))).expect(201).json();

    assertThat(receipt.getJsonArray("marks")).containsExactly("ASSIGNMENT_UNKNOWN");
    assertThat(read(lender, receipt).getString("receiver")).isNull();
    assertThat(school.get(statementOf(receipt)).status()).isEqualTo(404);
    assertThat(state(statement(reference)).code()).isEqualTo("STATEMENT_OVERLAPS");
    lender.post("/v1/assignments", JSON, assignmentDraft(reference, "P-1")).expect(201);
    var mended =
        state(
                statement(reference, line("P-1", "2026-03-02", "8"))
                    .put("replaces", receipt.getString("statement")))
            .expect(201)
            .json();
    assertThat(mended.getJsonArray("marks")).isEmpty();
    assertThat(read(school, mended).getDouble("workedHours")).isEqualTo(8);
  }

  @Test
  void a_purchase_tells_its_labour_share_and_its_invoices() {
    var receipt =
        state(
                statement(reference(assignment("P-1")), line("P-1", "2026-03-02", "8"))
                    .put("labourShare", 62.5)
                    .put("deliveredOn", "2026-03-08")
                    .put(
                        "invoices",
                        new JsonArray()
                            .add(
                                new JsonObject()
                                    .put("number", "F-1")
                                    .put("invoicedOn", "2026-03-31"))))
            .expect(201)
            .json();

    var purchase = read(school, receipt).getJsonObject("purchase");

    assertThat(purchase.getDouble("labourShare")).isEqualTo(62.5);
    assertThat(purchase.getString("deliveredOn")).isEqualTo("2026-03-08");
    assertThat(purchase.getJsonArray("invoices").getJsonObject(0))
        .isEqualTo(
            new JsonObject()
                .put("number", "F-1")
                .put("invoicedOn", "2026-03-31")
                .putNull("paidOn"));
  }

  @Test
  void every_mistake_is_told_at_once_and_no_text_may_hold_a_bsn() {
    var sent =
        statement("A 999990019", line("999990019", "2026-03-02", "-1").put("bsn", "999990019"))
            .put("lastDay", "2026-03-01")
            .put("labourShare", 101);
    sent.getJsonArray("lines")
        .add(line("P-1", "2026-03-29", "1").put("start", "2026-03-29T02:30:00"))
        .add(line("P-1", "2026-03-29", "1").put("firstDay", "2026-03-29"));

    assertThat(state(sent).mistakes())
        .containsExactlyInAnyOrder(
            "/assignment TEXT_HOLDS_BSN",
            "/labourShare LABOUR_SHARE_RANGE",
            "/lines/0/person TEXT_HOLDS_BSN",
            "/lines/0/workedHours HOURS_RANGE",
            "/lines/0 MEMBER_UNKNOWN",
            "/lines/1/start TIME_NOT_THERE",
            "/lines/2/day DAY_OR_SPAN",
            "/lastDay DATE_ORDER");
  }

  @Test
  void in_a_night_in_which_the_clock_is_set_back_there_is_an_hour_more() {
    var night =
        line("P-1", "2025-10-25", "9")
            .put("start", "2025-10-25T22:00:00")
            .put("end", "2025-10-26T06:00:00");

    var receipt = state(statement(name("A"), night)).expect(201).json();

    assertThat(lines(receipt).get(0).getJsonArray("marks")).containsExactly("OUTSIDE_PERIOD");
    assertThat(lines(read(lender, receipt)).get(0).getString("start"))
        .isEqualTo("2025-10-25T20:00:00Z");
  }

  private static String reference(JsonObject assignment) {
    return assignment.getString("reference");
  }

  private static List<String> pseudonyms(JsonObject whole) {
    return lines(whole).stream().map(line -> line.getString("pseudonym")).toList();
  }
}
