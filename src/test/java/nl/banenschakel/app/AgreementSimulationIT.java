package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Drafts held against the hours of 2025, and the hours that are to be expected. */
class AgreementSimulationIT extends TwoOrganisations {
  private static String relation;

  @BeforeAll
  static void stated() {
    var begun =
        school
            .post(
                "/v1/relations",
                JSON,
                "{\"kind\":\"detachering\",\"side\":\"receiver\",\"counterpartyName\":\"Werkpool\",\"firstDay\":\"2024-01-01\"}")
            .expect(201)
            .json();
    accept(lender, invite(begun)).expect(200);
    relation = address(begun);
    state("2024-12-02", line("P-1", "2024-12-02", "500"));
    state("2025-03-03", line("P-1", "2025-03-03", "1000.25"), line("P-2", "2025-03-04", "1500"));
    var june =
        state("2025-06-02", line("P-1", "2025-06-02", "663.25"), canceled("P-2", "2025-06-03"));
    AnsweredHours.sayOfAll(school, june, "confirm").expect(200);
    state("2025-09-01", line("P-3", "2025-09-01", "20").put("hourType", "Eigen soort"));
  }

  @Test
  void both_see_what_a_draft_would_have_brought_over_the_hours_of_last_year() {
    var simulated = simulate(lender, content(40, "lkv"));

    assertThat(simulated.getInteger("year")).isEqualTo(2025);
    assertThat(simulated.getString("verified")).isEqualTo("stated");
    assertThat(simulated.getInteger("persons")).isEqualTo(3);
    assertThat(number(simulated, "workedHours")).isEqualByComparingTo("3163.5");
    assertThat(number(simulated, "confirmedWorkedHours")).isEqualByComparingTo("663.25");
    assertThat(number(simulated, "unmappedWorkedHours")).isEqualByComparingTo("20");
    var lkv = component(simulated, 0);
    // 1,664 hours (1,663.5 rounded) and 1,500: 1,680.64 and 1,515.
    assertThat(number(lkv, "total")).isEqualByComparingTo("3195.64");
    assertThat(number(lkv, "due")).isEqualByComparingTo("1278.26");
    assertThat(number(simulated.getJsonObject("net"), "provider")).isEqualByComparingTo("1917.38");
    assertThat(number(simulated.getJsonObject("net"), "receiver")).isEqualByComparingTo("1278.26");
    assertThat(simulate(school, content(40, "lkv"))).isEqualTo(simulated);
  }

  @Test
  void what_is_not_known_and_what_is_not_in_force_is_said_to_be_so() {
    var simulated = simulate(school, content(40, "bonus"));

    assertThat(simulated.getBoolean("complete")).isFalse();
    assertThat(simulated.getBoolean("indicative")).isTrue();
    var bonus = component(simulated, 1);
    assertThat(bonus.getString("component")).isEqualTo("bonus");
    assertThat(bonus.getString("finding")).isEqualTo("PARAMETER_MISSING");
    assertThat(bonus.getString("note")).isEqualTo("indicatief, regeling niet geactiveerd");
    assertThat(bonus.getValue("due")).isNull();
    assertThat(component(simulated, 0).getValue("payer")).isNull();
  }

  @Test
  void nothing_is_stored_and_nobody_else_is_told() {
    post(school, content(40, "lkv")).expect(200);

    assertThat(school.get(relation + "/agreements").items()).isEmpty();
    assertThat(post(stranger, content(40, "lkv")).status()).isEqualTo(404);
    var missing = content(40, "lkv");
    missing.remove("silence");
    assertThat(post(school, missing).mistakes()).containsExactly("/silence VALUE_REQUIRED");
  }

  /** 3,663.5 hours that count, from 2 December 2024 until 1 September 2025: 274 days. */
  @Test
  void the_hours_to_expect_are_told_with_the_days_that_lack_an_agreement() {
    var coverage = school.get(relation + "/agreement-coverage").expect(200).json();

    assertThat(number(coverage, "workedHoursPerWeek")).isEqualByComparingTo("93.59");
    assertThat(lender.get(relation + "/agreement-coverage").json()).isEqualTo(coverage);
  }

  private static JsonObject simulate(ApiClient client, JsonObject content) {
    return post(client, content).expect(200).json();
  }

  private static Answer post(ApiClient client, JsonObject content) {
    return client.post(relation + "/agreements/_simulate", JSON, content.encode());
  }

  private static JsonObject content(int share, String component) {
    return content(share)
        .put("terms", JsonArray.of(terms(component, "percentage-of-received", share)));
  }

  private static JsonObject component(JsonObject simulated, int at) {
    return simulated.getJsonArray("components").getJsonObject(at);
  }

  private static BigDecimal number(JsonObject json, String name) {
    return new BigDecimal(json.getValue(name).toString());
  }

  @CanIgnoreReturnValue
  private static JsonObject state(String firstDay, JsonObject... lines) {
    var reference = StatedHours.name("A");
    var assignment =
        new JsonObject()
            .put("relation", relation.substring("/v1/relations/".length()))
            .put("reference", reference)
            .put("person", "P-1")
            .put("firstDay", "2024-01-01");
    lender.post("/v1/assignments", JSON, assignment.encode()).expect(201);
    var first = LocalDate.parse(firstDay);
    var statement =
        new JsonObject()
            .put("document", StatedHours.name("D"))
            .put("assignment", reference)
            .put("firstDay", firstDay)
            .put("lastDay", first.plusDays(6).toString())
            .put("lines", new JsonArray(List.of(lines)));
    return lender.post("/v1/statements", JSON, statement.encode()).expect(201).json();
  }

  private static JsonObject line(String person, String day, String hours) {
    return StatedHours.line(person, day, hours);
  }

  private static JsonObject canceled(String person, String day) {
    return line(person, day, "8").put("hourType", "Regular canceled");
  }
}
