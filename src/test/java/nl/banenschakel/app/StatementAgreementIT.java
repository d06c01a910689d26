package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which agreement governs a statement, and whom an event tells of it. */
class StatementAgreementIT extends StatedHours {
  @AfterEach
  void turnBack() {
    CLOCK.turnTo(LocalDate.of(2026, 3, 2));
  }

  @Test
  void a_statement_names_the_versions_that_governed_it_and_keeps_them() {
    var receipt = state(week("2026-03-02")).expect(201).json();

    var governed = receipt.getJsonArray("agreements");
    assertThat(governed)
        .containsExactly(
            new JsonObject()
                .put("agreement", id(agreement))
                .put("version", 1)
                .put("firstDay", "2026-03-02")
                .put("lastDay", "2026-03-08"));
    amend("2026-03-05");

    assertThat(read(school, receipt).getJsonArray("agreements")).isEqualTo(governed);
    assertThat(lender.get(statementOf(receipt) + "/receipt").json()).isEqualTo(receipt);
    assertThat(listed(school, receipt).getJsonArray("agreements")).isEqualTo(governed);
    var later = state(week("2026-03-02")).expect(201).json().getJsonArray("agreements");
    assertThat(later)
        .extracting(it -> ((JsonObject) it).getInteger("version"))
        .containsExactly(1, 2);
    amend("2026-01-01");
  }

  @Test
  void a_statement_without_an_agreement_is_taken_in_and_marked() {
    var other = new OtherReceiver(gateway, lender);

    var receipt = other.state(lender, "P-1").expect(201).json();

    assertThat(receipt.getJsonArray("marks")).containsExactly("WITHOUT_AGREEMENT");
    assertThat(receipt.getJsonArray("agreements")).isEmpty();
    assertThat(read(other.client(), receipt).getJsonArray("marks"))
        .containsExactly("WITHOUT_AGREEMENT");
  }

  @Test
  void a_statement_that_comes_late_is_taken_in_and_marked_and_its_correction_has_more_time() {
    CLOCK.turnTo(LocalDate.of(2026, 4, 15));
    var sent = week("2026-03-02");

    var late = state(sent).expect(201).json();
    var correction =
        sent.copy().put("document", name("D")).put("replaces", late.getString("statement"));
    var corrected = state(correction).expect(201).json();

    assertThat(late.getJsonArray("marks")).containsExactly("AFTER_DEADLINE");
    assertThat(corrected.getJsonArray("marks")).isEmpty();
  }

  @Test
  void what_two_share_is_told_to_both_by_one_event_and_to_nobody_else() {
    var receipt = state(week("2026-03-09")).expect(201).json();

    var told = List.of(address(relation), agreement, statementOf(receipt));

    for (var address : told) {
      assertThat(events(lender, address)).isNotEmpty().isEqualTo(events(school, address));
      assertThat(events(stranger, address)).isEmpty();
    }
    assertThat(stranger.get("/v1/events").items()).isEmpty();
  }

  @Test
  void the_receiver_is_not_told_of_what_it_does_not_read() {
    var unknown = state(statement(name("A"), line("P-1", "2026-03-02", "8"))).expect(201).json();

    assertThat(unknown.getJsonArray("marks")).containsExactly("ASSIGNMENT_UNKNOWN");
    assertThat(events(lender, statementOf(unknown))).hasSize(1);
    assertThat(events(school, statementOf(unknown))).isEmpty();
  }

  private static void amend(String from) {
    var content = content(35).put("validFrom", from).putNull("validUntil");
    lender.post(agreement + "/_amend", JSON, content.encode()).expect(201);
    propose(lender, agreement).expect(200);
    int version = school.get(agreement).json().getInteger("versions");
    agree(school, agreement, hash(school, agreement, version)).expect(200);
  }

  private static JsonObject week(String firstDay) {
    var person = name("P");
    var first = LocalDate.parse(firstDay);
    return new JsonObject()
        .put("document", name("D"))
        .put("assignment", assignment(person).getString("reference"))
        .put("firstDay", firstDay)
        .put("lastDay", first.plusDays(6).toString())
        .put("lines", JsonArray.of(line(person, firstDay, "8")));
  }

  private static JsonObject listed(ApiClient client, JsonObject receipt) {
    return client.get("/v1/statements?limit=200").items().stream()
        .filter(it -> it.getString("id").equals(receipt.getString("statement")))
        .findFirst()
        .orElseThrow();
  }

  /** Without their place, which is each reader's own. */
  private static List<JsonObject> events(ApiClient client, String address) {
    return client.get("/v1/events?limit=200").items().stream()
        .filter(event -> event.getString("dataref").equals(address))
        .map(JsonObject::copy)
        .peek(event -> assertThat(event.remove("sequence")).isNotNull())
        .toList();
  }

  private static String id(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
