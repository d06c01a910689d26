package nl.banenschakel.payroll;

import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.BERT;
import static nl.banenschakel.payroll.WageReturns.NUMBER;
import static nl.banenschakel.payroll.WageReturns.correction;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.app.Answer;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Test;

/** What the sender says that wage returns come to, beside what they do. */
class ControlTotalIT extends WageReturnApi {
  private static final String MARCH =
      message(
          "2026-04-10T10:00:00",
          "1",
          full("2026-03-01", "2026-03-31", person(ANNA, 1, 100), person(BERT, 2, 50)));
  private static final String CORRECTION =
      message(
          "2026-05-10T10:00:00", "2", correction("2026-03-01", "2026-03-31", person(ANNA, 1, 110)));

  @Test
  void a_total_that_came_first_waits_and_then_agrees() {
    assertThat(put("2026-M03", "bureau", 150, 2).json().getString("state")).isEqualTo("WAITING");
    assertThat(flagged()).isEmpty();

    var upload = client.postWageReturn(MARCH).expect(201).json();

    assertThat(upload.getJsonArray("warnings")).isEmpty();
    assertThat(total("bureau").getString("state")).isEqualTo("AGREES");
    assertThat(flagged()).isEmpty();
    assertThat(events()).isEmpty();
  }

  @Test
  void a_return_that_comes_to_something_else_is_taken_with_a_warning_and_flagged() {
    put("2026-M03", "bureau", 151, 2);

    var upload = client.postWageReturn(MARCH).expect(201).json();

    assertThat(upload.getString("state")).isEqualTo("ACCEPTED");
    assertThat(warnings(upload)).containsExactly("RETURN_TOTAL_DIFFERS");
    assertThat(upload.getJsonArray("warnings").getJsonObject(0).getString("detail"))
        .contains("151 verloonde uren of 2 relationships", "150 verloonde uren of 2 relationships");
    assertThat(flagged()).containsExactly("2026-M03");
    assertThat(events()).containsExactly("differs 2026-M03");
    assertThat(client.get("/v1/uploads/" + upload.getString("id")).json().getJsonArray("warnings"))
        .isEqualTo(upload.getJsonArray("warnings"));
  }

  @Test
  void a_number_of_relationships_counts_only_where_it_is_said() {
    deliver(MARCH);

    assertThat(put("2026-M03", "bureau", 150, null).json().getString("state")).isEqualTo("AGREES");
    assertThat(put("2026-M03", "bureau", 150, 3).json().getString("state")).isEqualTo("DIFFERS");
    assertThat(put("2026-M03", "bureau", 150, 2).json().getString("state")).isEqualTo("AGREES");
    assertThat(events()).containsExactly("differs 2026-M03", "agrees 2026-M03");
  }

  @Test
  void a_correction_can_make_it_differ_and_agree_again() {
    deliver(MARCH);
    put("2026-M03", "bureau", 160, 2);
    assertThat(flagged()).containsExactly("2026-M03");
    var then = Instant.now();

    deliver(CORRECTION);

    assertThat(flagged()).isEmpty();
    assertThat(flagged("?asOf=" + then)).containsExactly("2026-M03");
    assertThat(events()).containsExactly("differs 2026-M03", "agrees 2026-M03");
  }

  @Test
  void a_reconciliation_has_the_finding_until_it_agrees() {
    put("2026-M03", "bureau", 151, 2);
    put("2026-M03", "package", 151, 2);
    deliver(MARCH);

    assertThat(findings()).containsExactly("2026-M03 151 150");
    var differing = client.reconcile(NUMBER);
    put("2026-M03", "bureau", 150, 2);
    put("2026-M03", "package", 150, null);

    assertThat(findings()).isEmpty();
    assertThat(client.report(differing).getJsonArray("findings")).hasSize(1);
  }

  @Test
  void a_result_hash_without_control_totals_is_what_it_was() {
    deliver(MARCH);
    var without = hash();
    put("2026-M03", "bureau", 150, 2);

    assertThat(hash()).isEqualTo(without);
    put("2026-M03", "bureau", 151, 2);
    assertThat(hash()).isNotEqualTo(without);
  }

  @Test
  void the_same_total_again_has_no_effect_and_a_new_one_keeps_the_id() {
    var first = put("2026-M03", "bureau", 150, 2).json();

    assertThat(put("2026-M03", "bureau", 150, 2).json()).isEqualTo(first);
    var second = put("2026-M03", "bureau", 151, 2).json();
    assertThat(second.getString("id")).isEqualTo(first.getString("id"));
    assertThat(second.getString("statedAt")).isNotEqualTo(first.getString("statedAt"));
  }

  @Test
  void a_total_can_be_taken_back_and_is_known_still_as_of_before() {
    deliver(MARCH);
    var id = put("2026-M03", "bureau", 1, null).json().getString("id");
    var then = Instant.now();
    var target = "/v1/control-totals/" + id;

    client.send("DELETE", target, Optional.empty(), new byte[0]).expect(200);

    assertThat(client.get(target).status()).isEqualTo(404);
    assertThat(client.get(target + "?asOf=" + then).json().getString("state")).isEqualTo("DIFFERS");
    assertThat(flagged()).isEmpty();
    assertThat(events()).containsExactly("differs 2026-M03", "ended 2026-M03");
    assertThat(client.send("DELETE", target, Optional.empty(), new byte[0]).status())
        .isEqualTo(404);
    assertThat(put("2026-M03", "bureau", 150, null).json().getString("id")).isEqualTo(id);
  }

  @Test
  void every_mistake_is_reported_at_once_with_its_place() {
    var refused =
        putTotal(
            "{\"loonheffingennummer\":\"1\",\"tijdvak\":\"2026-M13\",\"source\":\"wage-return\","
                + "\"verloondeUren\":1.5,\"relationships\":-1}");

    assertThat(refused.mistakes())
        .containsExactly(
            "/loonheffingennummer LOONHEFFINGENNUMMER_FORM",
            "/tijdvak TIJDVAK_UNKNOWN",
            "/source SOURCE_RESERVED",
            "/verloondeUren CONTROL_TOTAL_FORM",
            "/relationships CONTROL_TOTAL_FORM");
    assertThat(putTotal("{\"verloondeUren\":1e999999999}").mistakes())
        .contains("/verloondeUren CONTROL_TOTAL_FORM");
    assertThat(
            client
                .post("/v1/wage-returns?controlRelationships=2", "application/xml", MARCH)
                .mistakes())
        .containsExactly("query controlVerloondeUren PARAMETER_REQUIRED");
  }

  @Test
  void another_organisation_has_none_of_it() {
    var id = put("2026-M03", "bureau", 150, 2).json().getString("id");
    var other = gateway.as(gateway.createOrganisation("Ander", NUMBER), Role.PAYROLL);

    assertThat(other.get("/v1/control-totals/" + id).status()).isEqualTo(404);
    assertThat(other.get("/v1/control-totals", "Loonheffingennummer", NUMBER).items()).isEmpty();
    assertThat(
            other
                .send("DELETE", "/v1/control-totals/" + id, Optional.empty(), new byte[0])
                .status())
        .isEqualTo(404);
  }

  private JsonObject total(String source) {
    return totals().stream()
        .filter(it -> it.getString("source").equals(source))
        .findFirst()
        .orElseThrow();
  }

  private List<String> findings() {
    return client.report(client.reconcile(NUMBER)).getJsonArray("findings").stream()
        .map(JsonObject.class::cast)
        .filter(it -> it.getString("code").equals("RETURN_TOTAL_DIFFERS"))
        .map(
            it ->
                "%s %s %s"
                    .formatted(
                        it.getString("tijdvak"),
                        it.getInteger("expected"),
                        it.getInteger("actual")))
        .toList();
  }

  private String hash() {
    Answer run = client.get("/v1/reconciliations/" + client.reconcile(NUMBER));
    return run.json().getString("resultHash");
  }
}
