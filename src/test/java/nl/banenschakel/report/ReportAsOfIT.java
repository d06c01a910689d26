package nl.banenschakel.report;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.SampleFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a report said at a moment it says for ever. */
class ReportAsOfIT extends ReportApi {
  private static final int DELIVERIES = 12;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 4);
  }

  static LongStream manySeeds() {
    return LongStream.rangeClosed(1_001, 1_080);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_report_as_of_each_moment_stays_what_it_was_whatever_comes_later(long seed) {
    var random = new Random(seed);
    var said = new LinkedHashMap<Instant, String>();
    for (int delivery = 0; delivery < DELIVERIES; delivery++) {
      deliver(random, delivery);
      var moment = now();
      var answer = asOf(moment);
      said.put(moment, comparable(answer));
      if (answer.status() == 200) {
        requireSameAsRun(answer.json(), client.report(client.reconcile(NUMBER)));
      }
    }

    said.forEach((moment, text) -> assertThat(comparable(asOf(moment))).isEqualTo(text));
    assertThat(said.values().stream().distinct().count()).isGreaterThan(4);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("manySeeds")
  @Tag("nightly")
  void so_it_does_for_eighty_other_histories(long seed) {
    the_report_as_of_each_moment_stays_what_it_was_whatever_comes_later(seed);
  }

  @Test
  void as_filed_by_a_day_leaves_out_what_was_corrected_after_it() {
    listed();
    contracts("E-1;" + ANNA + ";2024-01-01;;20;Zorg;;");
    paid(1, 80, 40);
    var filed = now();
    correct(1, 100);

    var asFiled = asOf(filed).expect(200).json();
    var run = client.report(client.reconcile(NUMBER));

    assertThat(asFiled.getJsonObject("totals").getInteger("verloondeUrenRegistered"))
        .isEqualTo(120);
    assertThat(run.getJsonObject("totals").getInteger("verloondeUrenRegistered")).isEqualTo(140);
    assertThat(asFiled.getString("asOf")).isEqualTo(filed.toString());
    assertThat(asFiled.fieldNames()).doesNotContain("run", "finishedAt");
  }

  @Test
  void a_question_leaves_no_run_and_no_event() {
    listed();
    paid(1, 80, 40);
    var events = client.get("/v1/events").text();

    asOf(now()).expect(200);

    assertThat(client.get("/v1/reconciliations").items()).isEmpty();
    assertThat(client.get("/v1/events").text()).isEqualTo(events);
  }

  @Test
  void a_run_as_of_a_moment_is_kept_with_its_moment_and_has_the_same_hash() {
    listed();
    paid(1, 80, 40);
    var moment = now();
    paid(2, 70, 30);

    var draft = new JsonObject().put("loonheffingennummer", NUMBER).put("asOf", moment.toString());
    var run = client.post("/v1/reconciliations", "application/json", draft.encode()).expect(201);
    var report = client.report(run.json().getString("id"));

    assertThat(run.json().getString("asOf")).isEqualTo(moment.toString());
    assertThat(report.getJsonObject("period").getString("until")).isEqualTo("2026-01-31");
    assertThat(report.getString("resultHash"))
        .isEqualTo(asOf(moment).json().getString("resultHash"));
    requireSameAsRun(asOf(moment).json(), report);
  }

  @Test
  void a_question_that_is_none_is_told_what_it_lacks() {
    var at = "/v1/reports/reconciliation";

    assertThat(client.get(at).mistakes()).containsExactly("query run PARAMETER_REQUIRED");
    assertThat(client.get(at + "?asOf=2999-01-01T00:00:00Z").mistakes())
        .containsExactly(
            "query asOf AS_OF_FUTURE", "header Loonheffingennummer PARAMETER_REQUIRED");
    assertThat(client.get(at + "?asOf=2026-01-01T00:00:00Z&run=" + organisation).mistakes())
        .contains("query PARAMETER_UNKNOWN");
    var other = at + "?asOf=2026-01-01T00:00:00Z&from=2026-M03&until=2026-M01";
    assertThat(client.get(other, "Loonheffingennummer", "001000287L02").mistakes())
        .containsExactly("header Loonheffingennummer LOONHEFFINGENNUMMER_NOT_YOURS");
    assertThat(client.get(other, "Loonheffingennummer", NUMBER).mistakes())
        .containsExactly("query until PERIOD_REVERSED");
  }

  private void deliver(Random random, int nth) {
    switch (nth == 0 ? 2 : random.nextInt(5)) {
      case 0 -> listed(random);
      case 1 ->
          contracts(
              "E-1;%s;2024-01-01;;%d;%s;;".formatted(ANNA, hours(random, 36), place(random)),
              "E-2;%s;2025-06-01;2026-02-%02d;%d;%s;;"
                  .formatted(BAS, hours(random, 28), hours(random, 36), place(random)));
      case 2 -> paid(1 + random.nextInt(3), hours(random, 150), hours(random, 150), nth);
      case 3 -> correct(1 + random.nextInt(3), hours(random, 150));
      default -> endFirst("2026-02-" + (10 + random.nextInt(18)));
    }
  }

  private void listed(Random random) {
    var csv = "BSN\n" + ANNA + "\n" + (random.nextBoolean() ? BAS + "\n" : "");
    client.postList(NUMBER, "2026-0%d-01".formatted(1 + random.nextInt(4)), csv).expect(201);
  }

  private void paid(int month, int anna, int bas, int nth) {
    var file =
        SampleFiles.wageReturn(
            month,
            SampleFiles.relationship("E-1", ANNA, anna),
            SampleFiles.relationship("E-2", BAS, bas));
    var later =
        file.replace("TEST-", "TEST-" + nth + "-").replace("T09:00", "T%02d:00".formatted(nth));
    client.postWageReturn(later).expect(201);
  }

  private void correct(int month, int anna) {
    var days = month == 2 ? 28 : 31;
    var id = "C-" + System.nanoTime();
    var block =
        "<TijdvakCorrectie><DatAanvTv>2026-0%1$d-01</DatAanvTv><DatEindTv>2026-0%1$d-%2$d</DatEindTv>%3$s</TijdvakCorrectie>"
            .formatted(month, days, SampleFiles.relationship("E-1", ANNA, anna));
    client.postWageReturn(SampleFiles.message(id, "2026-06-10T09:00:00", block)).expect(201);
  }

  private void endFirst(String day) {
    var contracts = client.get("/v1/contracts").items();
    if (!contracts.isEmpty()) {
      var address = "/v1/contracts/%s?on=%s".formatted(contracts.get(0).getString("id"), day);
      client.send("DELETE", address, Optional.empty(), new byte[0], "If-Match", "*");
    }
  }

  private static int hours(Random random, int below) {
    return 1 + random.nextInt(below) % 27 + random.nextInt(2) * (below - 28);
  }

  private static String place(Random random) {
    return random.nextBoolean() ? "Zorg" : "Keuken";
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private Answer asOf(Instant moment) {
    return client.get("/v1/reports/reconciliation?asOf=" + moment, "Loonheffingennummer", NUMBER);
  }

  /** A failure has an id of its own. */
  private static String comparable(Answer answer) {
    return answer.status() == 200 ? answer.text() : answer.status() + " " + answer.code();
  }

  /** Same code path: what a run says now it says as of now. */
  private static void requireSameAsRun(JsonObject moment, JsonObject run) {
    var plain = run.copy();
    plain.remove("run");
    plain.remove("finishedAt");
    plain.remove("links");
    for (var rows : List.of("people", "findings")) {
      plain.getJsonArray(rows).stream()
          .map(JsonObject.class::cast)
          .forEach(row -> row.getMap().keySet().removeAll(List.of("id", "rows")));
    }
    for (var by : List.of("department", "school", "costCentre")) {
      plain
          .getJsonObject("breakdowns")
          .getJsonArray(by)
          .forEach(row -> ((JsonObject) row).remove("shares"));
    }
    assertThat(plain.put("asOf", moment.getString("asOf"))).isEqualTo(moment);
  }
}
