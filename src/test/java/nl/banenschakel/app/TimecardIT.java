package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.statement.setu.Oracle;
import nl.banenschakel.statement.setu.Setu;
import org.junit.jupiter.api.Test;

/** Time cards of SETU 2.0 over HTTP: taken in, given back, corrected and taken back. */
class TimecardIT extends StatedCards {
  @Test
  void the_published_card_is_taken_in_and_given_back_unchanged() {
    var address = address();

    var made = lender.post(address, JSON, Setu.json(), VERSION).expect(201);

    assertThat(made.header("Location")).isEqualTo(address);
    assertThat(made.json()).isEqualTo(new JsonObject(Setu.json()));
    assertThat(lender.get(address).expect(200).json()).isEqualTo(made.json());
    var xml = lender.get(address, "Accept", XML).expect(200);
    assertThat(xml.header("Content-Type")).isEqualTo(XML);
    assertThat(Oracle.ofSetu2().verdict(xml.text())).isEmpty();
    var again = lender.post(address, XML, Setu.xml(), VERSION).expect(200);
    assertThat(again.text()).isEqualTo(xml.text());
    assertThat(stated(lender, made).getJsonArray("marks")).containsExactly("ASSIGNMENT_UNKNOWN");
  }

  @Test
  void the_receiver_reads_the_hours_and_never_the_card() {
    var address = address();
    var card = card(recorded("P-1"), "P-1", interval("2026-03-02", "7.50"));

    var made = post(address, card).expect(201);

    var seen = stated(school, made);
    assertThat(seen.getDouble("workedHours")).isEqualTo(7.5);
    assertThat(seen.getString("channel")).isEqualTo("setu-2");
    assertThat(gateway.as(schoolId, Role.LENDER).get(address).status()).isEqualTo(404);
  }

  @Test
  void another_card_under_the_same_id_is_refused() {
    var address = address();
    var card = card(recorded("P-1"), "P-1", interval("2026-03-02", "8.00"));
    post(address, card).expect(201);

    var other = post(address, card.copy().put("referenceNumber", "R-1"));

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("TIMECARD_EXISTS");
    assertThat(lender.get(address).json()).isEqualTo(card);
  }

  @Test
  void a_correction_leaves_what_it_does_not_give_and_replaces_the_statement() {
    var address = address();
    var card =
        card(recorded("P-1"), "P-1", interval("2026-03-02", "8.00"))
            .put("project", new JsonObject().put("code", "X"));
    var made = post(address, card).expect(201);

    var less = card.copy().put("referenceNumber", "R-1");
    less.remove("project");
    less.remove("staffingIds");
    less.put("timeInterval", new JsonArray().add(numbered(interval("2026-03-03", "6.00"))));
    var corrected = put(address, less, "If-Match", made.header("ETag")).expect(200);

    assertThat(corrected.json()).isEqualTo(card.copy().mergeIn(less));
    assertThat(lender.get(address).json()).isEqualTo(corrected.json());
    var seen = stated(school, corrected);
    assertThat(seen.getDouble("workedHours")).isEqualTo(6);
    assertThat(seen.getJsonArray("chain")).hasSize(2);
    assertThat(stated(school, made).getString("replacedBy")).isEqualTo(seen.getString("id"));
    assertThat(put(address, less, "If-Match", made.header("ETag")).status()).isEqualTo(412);
    assertThat(put(address, less).expect(200).header("ETag")).isEqualTo(corrected.header("ETag"));
  }

  @Test
  void what_is_not_stated_is_corrected_without_another_statement() {
    var address = address();
    var card = card(recorded("P-1"), "P-1", interval("2026-03-02", "8.00"));
    var made = post(address, card).expect(201);

    var named = put(address, card.put("referenceNumber", "R-2")).expect(200);

    assertThat(named.header("Link")).isEqualTo(made.header("Link"));
    assertThat(lender.get(address).json().getString("referenceNumber")).isEqualTo("R-2");
  }

  @Test
  void what_is_taken_back_stands_no_longer_and_its_days_are_free() {
    var address = address();
    var assignment = recorded("P-1");
    var card = card(assignment, "P-1", interval("2026-03-02", "8.00"));
    var made = post(address, card).expect(201);

    assertThat(delete(address).status()).isEqualTo(204);

    assertThat(delete(address).status()).isEqualTo(204);
    assertThat(lender.get(address).status()).isEqualTo(404);
    assertThat(put(address, card).status()).isEqualTo(404);
    var chain = stated(school, made).getJsonArray("chain");
    var last = school.get("/v1/statements/" + chain.getJsonObject(1).getString("id")).json();
    assertThat(last.getJsonArray("marks")).containsExactly("WITHDRAWN");
    assertThat(last.getJsonArray("lines")).isEmpty();
    state(statement(assignment, line("P-1", "2026-03-02", "8"))).expect(201);
  }

  @Test
  void what_was_taken_back_may_come_again_and_its_history_stays() {
    var address = address();
    var card = card(recorded("P-1"), "P-1", interval("2026-03-02", "8.00"));
    post(address, card).expect(201);
    delete(address).expect(204);

    var again = post(address, card).expect(201);

    assertThat(again.header("ETag")).isEqualTo("\"3\"");
    assertThat(stated(school, again).getJsonArray("chain")).hasSize(3);
    assertThat(stated(school, again).getDouble("workedHours")).isEqualTo(8);
  }

  @Test
  void a_card_of_no_assignment_is_mended_by_a_correction_that_names_it() {
    var address = address();
    var assignment = recorded("P-1");
    var card = card(assignment, "P-1", interval("2026-03-02", "8.00"));
    var without = card.copy();
    without.remove("staffingIds");
    var made = post(address, without).expect(201);
    assertThat(stated(lender, made).getJsonArray("marks")).containsExactly("ASSIGNMENT_UNKNOWN");
    assertThat(stated(lender, made).getString("assignmentReference")).isNull();

    var mended = put(address, card).expect(200);

    assertThat(stated(lender, mended).getJsonArray("marks")).isEmpty();
    assertThat(stated(school, mended).getDouble("workedHours")).isEqualTo(8);
  }

  @Test
  void of_many_at_once_one_is_made() {
    var address = address();
    var card = card(recorded("P-1"), "P-1", interval("2026-03-02", "8.00"));

    var statuses =
        IntStream.range(0, 20).parallel().mapToObj(i -> post(address, card).status()).toList();
    var others =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> post(address, card.copy().put("referenceNumber", "R" + i)).status())
            .toList();

    assertThat(statuses).containsOnlyOnce(201).contains(200).doesNotContain(409);
    assertThat(others).containsOnly(409);
  }

  @Test
  void every_mistake_is_told_at_once_before_anything_is_kept() {
    var address = address();
    var card = card("A 999990019", "P-1", interval("2026-03-02", "acht")).put("bsn", "999990019");

    assertThat(post(address, card).mistakes())
        .containsExactlyInAnyOrder(
            "/staffingIds/assignmentId/value TEXT_HOLDS_BSN", "/ MEMBER_UNKNOWN");
    assertThat(lender.post(address, JSON, card.encode(), "setuVersionId", "1.4").mistakes())
        .containsExactly("header setuVersionId SETU_VERSION_UNSUPPORTED");
    assertThat(lender.post(address, JSON, card.encode()).mistakes())
        .containsExactly("header setuVersionId PARAMETER_REQUIRED");
    assertThat(lender.get(address).status()).isEqualTo(404);
  }

  /** The watch over the event loops fails this class where reading or writing it holds one up. */
  @Test
  void the_largest_card_is_read_beside_the_event_loops() {
    var address = address();
    var intervals =
        IntStream.range(0, 4_600)
            .mapToObj(i -> interval("2026-03-0" + (2 + i % 7), "0.01"))
            .toArray(JsonObject[]::new);
    var card = card(recorded("P-1"), "P-1", intervals);

    var made = post(address, card).expect(201);

    assertThat(made.bytes().length()).isGreaterThan(700_000);
    assertThat(lender.get(address, "Accept", XML).expect(200).text()).contains("<Timecard");
    assertThat(stated(school, made).getInteger("lineCount")).isEqualTo(4_600);
  }

  @Test
  void a_name_on_a_card_is_not_stored_in_the_open() {
    var address = address();
    var person = name("Jansen");
    var card = card(recorded("P-1"), "P-1", interval("2026-03-02", "8.00"));
    card.getJsonObject("person").put("name", new JsonObject().put("formattedName", person));

    post(address, card).expect(201);

    assertThat(
            gateway
                .database()
                .texts(
                    "select count(*)::text from statement.timecard where position('%s'::bytea in sealed) > 0"
                        .formatted(person)))
        .containsExactly("0");
    assertThat(lender.get(address).text()).contains(person);
  }

  private static JsonObject numbered(JsonObject interval) {
    return interval.put("id", new JsonObject().put("value", "1").put("schemeAgencyId", "Supplier"));
  }

  private static String recorded(String person) {
    return assignment(person).getString("reference");
  }
}
