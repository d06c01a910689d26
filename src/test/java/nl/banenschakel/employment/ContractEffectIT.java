package nl.banenschakel.employment;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Test;

/**
 * A delivery of contracts tells which reports it touches, and what they expect, before it is
 * accepted.
 */
class ContractEffectIT extends ContractApi {
  private static final String ANNA_WORKS = "E-1;" + ANNA + ";01-01-2024;;20;Zorg\n";
  private static final String BAS_WORKS = "E-2;" + BAS + ";01-01-2024;;24;Zorg\n";

  @Test
  void a_trial_run_tells_the_reports_it_touches_and_the_hours_before_and_after() {
    deliver(ANNA_WORKS, BAS_WORKS);
    var january = run("2026-M01", "2026-M01");
    var both = run("2026-M01", "2026-M02");

    var trial = trial(ANNA_WORKS.replace(";20;", ";32;"), BAS_WORKS);

    assertThat(trial.getJsonArray("touches"))
        .isEqualTo(new JsonArray().add(at(both)).add(at(january)));
    assertThat(changes(trial))
        .containsExactly("2026-M01 contractHours 195 248", "2026-M02 contractHours 176 224");
  }

  @Test
  void a_run_as_of_a_moment_is_touched_by_nothing_that_comes_later() {
    deliver(ANNA_WORKS);
    gateway
        .as(organisation, Role.HR, Role.PAYROLL)
        .reconcile(
            new JsonObject()
                .put("loonheffingennummer", NUMBER)
                .put("from", "2026-M01")
                .put("until", "2026-M01")
                .put("asOf", Instant.now().truncatedTo(ChronoUnit.MICROS).toString()));

    assertThat(trial(ANNA_WORKS.replace(";20;", ";32;")).getJsonArray("touches")).isEmpty();
  }

  @Test
  void the_real_call_tells_the_same_and_so_does_its_upload() {
    deliver(ANNA_WORKS, BAS_WORKS);
    run("2026-M01", "2026-M02");
    var trial = trial(ANNA_WORKS);

    var real = send("", ANNA_WORKS).expect(201).json();

    assertThat(changes(trial))
        .containsExactly("2026-M01 contractHours 195 89", "2026-M02 contractHours 176 80");
    assertThat(real.getJsonArray("touches")).isEqualTo(trial.getJsonArray("touches")).hasSize(1);
    assertThat(real.getJsonArray("changes")).isEqualTo(trial.getJsonArray("changes"));
    assertThat(client.get("/v1/uploads/" + real.getString("id")).json().getJsonArray("changes"))
        .isEqualTo(trial.getJsonArray("changes"));
  }

  @Test
  void an_end_that_moves_touches_only_what_lies_between_the_ends() {
    deliver(ANNA_WORKS.replace(";;20", ";31-01-2026;20"));
    run("2026-M01", "2026-M01");
    var february = run("2026-M02", "2026-M02");

    var trial = trial(ANNA_WORKS.replace(";;20", ";15-02-2026;20"));

    assertThat(trial.getJsonArray("touches")).isEqualTo(new JsonArray().add(at(february)));
    assertThat(changes(trial)).containsExactly("2026-M02 contractHours 0 43");
  }

  @Test
  void another_department_touches_a_report_and_changes_no_hours() {
    deliver(ANNA_WORKS);
    var run = run("2026-M01", "2026-M01");

    var trial = trial(ANNA_WORKS.replace("Zorg", "Techniek"));

    assertThat(trial.getJsonArray("touches")).isEqualTo(new JsonArray().add(at(run)));
    assertThat(changes(trial)).containsExactly("2026-M01 contractHours 89 89");
  }

  @Test
  void contracts_as_json_tell_it_too() {
    deliver(ANNA_WORKS);
    var run = run("2026-M01", "2026-M01");
    var draft =
        new JsonObject()
            .put("loonheffingennummer", NUMBER)
            .put("items", new JsonArray().add(SampleFiles.contractItem("E-1", ANNA, 10)));

    var trial = client.post("/v1/contracts?validateOnly=true", "application/json", draft.encode());

    assertThat(trial.expect(200).json().getJsonArray("touches"))
        .isEqualTo(new JsonArray().add(at(run)));
    assertThat(changes(trial.json())).containsExactly("2026-M01 contractHours 89 44");
  }

  @Test
  void what_is_as_it_was_and_what_nothing_was_made_from_touches_nothing() {
    deliver(ANNA_WORKS);
    assertThat(trial(BAS_WORKS).getJsonArray("touches")).isEmpty();
    run("2026-M01", "2026-M01");

    var same = trial(ANNA_WORKS);
    var later = trial(ANNA_WORKS, BAS_WORKS.replace("01-01-2024", "01-02-2026"));

    assertThat(same.getJsonArray("touches")).isEmpty();
    assertThat(later.getJsonArray("touches")).isEmpty();
    assertThat(changes(later)).isEmpty();
  }

  private JsonObject trial(String... lines) {
    return send("&validateOnly=true", lines).expect(200).json();
  }

  private Answer send(String query, String... lines) {
    return client.post(
        "/v1/contract-files?delivery=full" + query,
        "text/csv",
        SampleFiles.CONTRACT_HEADER + String.join("", lines),
        "Loonheffingennummer",
        NUMBER);
  }

  @CanIgnoreReturnValue
  private String run(String from, String until) {
    return gateway.as(organisation, Role.HR, Role.PAYROLL).reconcile(NUMBER, from, until);
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
