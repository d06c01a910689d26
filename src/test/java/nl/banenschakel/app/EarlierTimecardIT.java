package nl.banenschakel.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.app.SampleTimecards.card;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import nl.banenschakel.statement.setu.Oracle;
import nl.banenschakel.statement.setu.Setu;
import org.junit.jupiter.api.Test;

/** Time cards of SETU 1.4 and 1.3 over HTTP. */
class EarlierTimecardIT extends StatedHours {
  private static final String XML = "application/xml";
  private static final String MONDAY = "2026-03-02";

  @Test
  void the_published_cards_are_taken_in_and_corrected() {
    var first = post(Setu.file("v1.4/TimecardExample_v1.3.xml"), version("1.3")).expect(201).json();

    var corrected =
        post(Setu.file("v1.4/TimecardExample_v1.3_CorrectionTimecard.xml"), version("1.3"))
            .expect(201)
            .json();

    assertThat(corrected.getString("replaces")).isEqualTo(first.getString("statement"));
    assertThat(corrected.getDouble("workedHours")).isEqualTo(9);
    assertThat(lines(corrected)).extracting(line -> line.getString("verdict")).contains("void");
    var another = Setu.earlier().replace("TC00123456", "TC00123457").replace("1234561", "1234562");
    post(another).expect(201);
  }

  @Test
  void the_receiver_reads_what_a_card_states_and_the_same_again_is_the_same() {
    var document = name("TC");
    var sent = card(document, "", "P-1", ours("P-1"), monday("1", "7.50"), monday("2", "8.00"));
    assertThat(Oracle.ofSetu14().verdict(sent)).isEmpty();

    var receipt = post(sent).expect(201).json();

    assertThat(post(sent).expect(200).json()).isEqualTo(receipt);
    assertThat(read(school, receipt).getDouble("workedHours")).isEqualTo(15.5);
    assertThat(read(school, receipt).getString("channel")).isEqualTo("setu-1");
    assertThat(lines(receipt).get(1).getString("at")).isEqualTo("ReportedTime/TimeInterval[2]");
    var other = card(document, "", "P-1", ours("P-1"), monday("1", "7.00"));
    assertThat(post(other).code()).isEqualTo("DOCUMENT_REUSED");
  }

  @Test
  void a_corrected_card_takes_the_place_of_the_first_and_leaves_out_what_is_void() {
    var document = name("TC");
    var assignment = ours("P-1");
    post(card(document, "", "P-1", assignment, monday("1", "7.50"), monday("2", "8.00")))
        .expect(201);

    var corrected =
        post(card(
                document,
                "corrected",
                "P-1",
                assignment,
                monday("1", "6.00", "actionCode=\"Change\""),
                monday("2", "8.00", "actionCode=\"Void\"")))
            .expect(201)
            .json();

    assertThat(corrected.getDouble("workedHours")).isEqualTo(6);
    assertThat(read(school, corrected).getJsonArray("chain")).hasSize(2);
  }

  @Test
  void put_corrects_the_card_of_its_address_and_no_other() {
    var document = name("TC");
    var assignment = ours("P-1");
    var changed = card(document, "", "P-1", assignment, monday("1", "4.00"));
    assertThat(put(document, changed).status()).isEqualTo(404);
    post(card(document, "", "P-1", assignment, monday("1", "7.50"))).expect(201);

    var receipt = put(document, changed).expect(200).json();

    assertThat(put(document, changed).expect(200).json()).isEqualTo(receipt);
    assertThat(read(school, receipt).getDouble("workedHours")).isEqualTo(4);
    assertThat(put(name("TC"), changed).mistakes()).containsExactly("Id/IdValue DOCUMENT_DIFFERS");
    assertThat(put("999990019", changed).status()).isEqualTo(404);
  }

  @Test
  void a_correction_of_what_never_came_and_a_card_of_no_assignment_are_taken_in_and_marked() {
    var unknown = card(name("TC"), "corrected", "P-1", ours("P-1"), monday("1", "8.00"));
    var alone = card(name("TC"), "", "P-1", "", monday("1", "8.00"));

    assertThat(post(unknown).expect(201).json().getJsonArray("marks"))
        .containsExactly("CORRECTS_UNKNOWN");
    assertThat(post(alone).expect(201).json().getJsonArray("marks"))
        .containsExactly("ASSIGNMENT_UNKNOWN");
  }

  @Test
  void days_that_an_order_was_named_for_before_it_was_recorded_do_not_stand_again() {
    var order = name("PO");
    var byOrder = SampleTimecards.assignment("StaffingCustomer", order);
    var first = post(card(name("TC"), "", "P-1", byOrder, monday("1", "8.00"))).expect(201).json();
    var recorded = new JsonObject(assignmentDraft(name("A"), "P-1")).put("purchaseOrder", order);
    lender.post("/v1/assignments", JSON, recorded.encode()).expect(201);
    var byName = SampleTimecards.assignment(recorded.getString("reference"));

    assertThat(post(card(name("TC"), "", "P-1", byOrder, monday("1", "8.00"))).code())
        .isEqualTo("STATEMENT_OVERLAPS");
    assertThat(post(card(name("TC"), "", "P-1", byName, monday("1", "8.00"))).code())
        .isEqualTo("STATEMENT_OVERLAPS");
    var mended =
        statement(recorded.getString("reference"), line("P-1", MONDAY, "8"))
            .put("replaces", first.getString("statement"));
    assertThat(read(school, state(mended).expect(201).json()).getDouble("workedHours"))
        .isEqualTo(8);
  }

  @Test
  void earlier_versions_and_every_mistake_are_refused_with_their_reason() {
    var sent =
        card(name("TC"), "", "999990019", ours("P-1"), monday("1", "-1"), monday("1", "8.00"));

    assertThat(post(sent, version("1.2")).mistakes())
        .containsExactly("header messageVersion MESSAGE_VERSION_UNSUPPORTED");
    assertThat(post(sent, "messageVersion", "2.0").mistakes())
        .containsExactly("header messageVersion MESSAGE_VERSION_FORM");
    assertThat(post(sent).mistakes())
        .containsExactlyInAnyOrder(
            "ReportedResource/Person/Id/IdValue TEXT_HOLDS_BSN",
            "ReportedTime/TimeInterval[1]/Duration HOURS_RANGE");
    assertThat(post("<!DOCTYPE x><TimeCard/>").status()).isEqualTo(400);
  }

  private static Answer post(String card) {
    return post(card, SampleTimecards.version());
  }

  private static Answer post(String card, String... version) {
    return lender.post("/v1/timecard", XML, card, version);
  }

  private static Answer put(String id, String card) {
    return lender.send(
        "PUT",
        "/v1/timecard/" + id,
        Optional.of(XML),
        card.getBytes(UTF_8),
        SampleTimecards.version());
  }

  private static String[] version(String version) {
    return new String[] {
      "messageVersion", "application/x.setu.timecard-v%s+xml".formatted(version)
    };
  }

  private static String ours(String person) {
    return SampleTimecards.assignment(assignment(person).getString("reference"));
  }

  private static String monday(String id, String hours, String... action) {
    return SampleTimecards.line(id, MONDAY, hours, String.join("", action));
  }
}
