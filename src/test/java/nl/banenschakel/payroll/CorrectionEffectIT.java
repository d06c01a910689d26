package nl.banenschakel.payroll;

import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.BERT;
import static nl.banenschakel.payroll.WageReturns.NUMBER;
import static nl.banenschakel.payroll.WageReturns.correction;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.person;
import static nl.banenschakel.payroll.WageReturns.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A correction tells what it touches before it is accepted. */
class CorrectionEffectIT extends WageReturnApi {
  private static final String JANUARY =
      message(
          "2026-02-10T10:00:00",
          "1",
          full("2026-01-01", "2026-01-31", person(ANNA, 1, 100), person(BERT, 2, 50)));
  private static final String FEBRUARY =
      message("2026-03-10T10:00:00", "2", full("2026-02-01", "2026-02-28", person(ANNA, 1, 90)));
  private static final String CORRECTION =
      message(
          "2026-04-10T10:00:00",
          "3",
          full("2026-03-01", "2026-03-31", person(ANNA, 1, 80)),
          correction("2026-01-01", "2026-01-31", person(ANNA, 1, 110), withdrawal(BERT, 2)));

  @Test
  void a_trial_run_tells_the_reports_it_touches_and_hours_before_and_after() {
    deliver(JANUARY);
    var january = run("2026-M01", "2026-M01");
    deliver(FEBRUARY);
    var february = run("2026-M02", "2026-M02");
    var both = run("2026-M01", "2026-M02");

    var trial = trial(CORRECTION);

    assertThat(trial.getJsonArray("touches"))
        .isEqualTo(new JsonArray().add(at(both)).add(at(january)));
    assertThat(trial.getJsonArray("touches").toString()).doesNotContain(february);
    assertThat(changes(trial))
        .containsExactly(
            "2026-M01 relationships 2 1",
            "2026-M01 verloondeUren 150 110",
            "2026-M03 relationships 0 1",
            "2026-M03 verloondeUren 0 80");
    assertThat(tijdvakken("").get(0).getInteger("verloondeUren")).isEqualTo(150);
  }

  @Test
  void a_run_as_of_a_moment_is_touched_by_nothing_that_comes_later() {
    deliver(JANUARY);
    client.reconcile(
        new JsonObject()
            .put("loonheffingennummer", NUMBER)
            .put("from", "2026-M01")
            .put("until", "2026-M01")
            .put("asOf", Instant.now().truncatedTo(ChronoUnit.MICROS).toString()));

    assertThat(trial(CORRECTION).getJsonArray("touches")).isEmpty();
  }

  @Test
  void the_real_call_tells_the_same() {
    deliver(JANUARY);
    var run = run("2026-M01", "2026-M01");
    var trial = trial(CORRECTION);

    var real = client.postWageReturn(CORRECTION).expect(201).json();

    assertThat(real.getJsonArray("touches")).isEqualTo(new JsonArray().add(at(run)));
    assertThat(real.getJsonArray("touches")).isEqualTo(trial.getJsonArray("touches"));
    assertThat(real.getJsonArray("changes")).isEqualTo(trial.getJsonArray("changes"));
    assertThat(real.getJsonArray("changes"))
        .isEqualTo(
            client.get("/v1/uploads/" + real.getString("id")).json().getJsonArray("changes"));
  }

  @Test
  void a_change_of_no_hours_touches_a_report_too() {
    deliver(JANUARY);
    var run = run("2026-M01", "2026-M01");
    var flagged =
        message(
            "2026-04-10T10:00:00",
            "3",
            correction(
                "2026-01-01",
                "2026-01-31",
                person(ANNA, 1, 100).replace("<IndAvrLkvDgBaf>J<", "<IndAvrLkvDgBaf>N<")));

    var trial = trial(flagged);

    assertThat(trial.getJsonArray("touches")).isEqualTo(new JsonArray().add(at(run)));
    assertThat(changes(trial))
        .containsExactly("2026-M01 relationships 2 2", "2026-M01 verloondeUren 150 150");
  }

  @Test
  void what_was_overtaken_touches_nothing() {
    deliver(
        message(
            "2026-02-20T10:00:00", "9", full("2026-01-01", "2026-01-31", person(ANNA, 1, 120))));
    run("2026-M01", "2026-M01");

    var trial = trial(JANUARY);

    assertThat(trial.getJsonArray("touches")).isEmpty();
    assertThat(changes(trial))
        .containsExactly("2026-M01 relationships 1 1", "2026-M01 verloondeUren 120 120");
  }

  private JsonObject trial(String xml) {
    return client
        .post("/v1/wage-returns?validateOnly=true", "application/xml", xml)
        .expect(200)
        .json();
  }

  @CanIgnoreReturnValue
  private String run(String from, String until) {
    return client.reconcile(NUMBER, from, until);
  }

  private static String at(String run) {
    return "/v1/reconciliations/" + run;
  }

  private static List<String> changes(JsonObject outcome) {
    return outcome.getJsonArray("changes").stream()
        .map(JsonObject.class::cast)
        .map(
            it ->
                "%s %s %d %d"
                    .formatted(
                        it.getString("of"),
                        it.getString("figure"),
                        it.getLong("before"),
                        it.getLong("after")))
        .toList();
  }
}
