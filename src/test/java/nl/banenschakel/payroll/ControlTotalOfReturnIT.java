package nl.banenschakel.payroll;

import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.BERT;
import static nl.banenschakel.payroll.WageReturns.correction;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.person;
import static nl.banenschakel.payroll.WageReturns.supplement;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** A total that comes with a wage return. */
class ControlTotalOfReturnIT extends WageReturnApi {
  private static final String MARCH =
      message(
          "2026-04-10T10:00:00",
          "1",
          full("2026-03-01", "2026-03-31", person(ANNA, 1, 100), person(BERT, 2, 50)));
  private static final String CORRECTION =
      message(
          "2026-05-10T10:00:00", "2", correction("2026-03-01", "2026-03-31", person(ANNA, 1, 110)));

  @Test
  void a_total_with_the_return_is_compared_at_once() {
    assertThat(warnings(deliverWith(MARCH, "controlVerloondeUren=150&controlRelationships=2")))
        .isEmpty();

    var differs = deliverWith(MARCH, "controlVerloondeUren=149&controlRelationships=2");

    assertThat(warnings(differs)).containsExactly("RETURN_TOTAL_DIFFERS");
    assertThat(differs.getJsonArray("warnings").getJsonObject(0).getString("at"))
        .isEqualTo("query controlVerloondeUren");
    assertThat(flagged()).containsExactly("2026-M03");

    assertThat(warnings(deliverWith(MARCH, "controlVerloondeUren=150"))).isEmpty();
    assertThat(flagged()).isEmpty();
    assertThat(events()).containsExactly("differs 2026-M03", "agrees 2026-M03");
  }

  @Test
  void a_total_that_came_with_a_return_says_nothing_of_a_later_message() {
    deliverWith(MARCH, "controlVerloondeUren=149");

    deliver(CORRECTION);

    assertThat(flagged()).isEmpty();
    assertThat(totals()).isEmpty();
    assertThat(events()).containsExactly("differs 2026-M03", "ended 2026-M03");
  }

  @Test
  void a_total_of_a_return_that_was_overtaken_is_not_compared() {
    deliver(CORRECTION);

    var late = deliverWith(MARCH, "controlVerloondeUren=1");

    assertThat(warnings(late)).containsExactly("CONTROL_TOTAL_OVERTAKEN");
    assertThat(flagged()).isEmpty();
    assertThat(events()).isEmpty();
  }

  @Test
  void a_supplement_is_compared_with_the_whole_tijdvak() {
    deliver(MARCH);
    var supplement =
        message(
            "2026-04-11T10:00:00",
            "2",
            supplement("2026-03-01", "2026-03-31", person(ANNA, 1, 90)));

    assertThat(warnings(deliverWith(supplement, "controlVerloondeUren=140"))).isEmpty();
  }

  @Test
  void a_trial_run_tells_the_difference_and_keeps_nothing() {
    var target = "/v1/wage-returns?validateOnly=true&controlVerloondeUren=1";

    var trial = client.post(target, "application/xml", MARCH).expect(200).json();

    assertThat(warnings(trial)).containsExactly("RETURN_TOTAL_DIFFERS");
    assertThat(totals()).isEmpty();
    assertThat(events()).isEmpty();
  }

  @Test
  void loose_corrections_have_no_tijdvak_of_their_own() {
    var refused =
        client.post("/v1/wage-returns?controlVerloondeUren=1", "application/xml", CORRECTION);

    assertThat(refused.mistakes())
        .containsExactly("query controlVerloondeUren CONTROL_TOTAL_WITHOUT_TIJDVAK");
  }

  @CanIgnoreReturnValue
  private JsonObject deliverWith(String xml, String query) {
    return client.post("/v1/wage-returns?" + query, "application/xml", xml).expect(201).json();
  }
}
