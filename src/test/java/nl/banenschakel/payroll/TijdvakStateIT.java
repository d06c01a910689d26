package nl.banenschakel.payroll;

import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.BERT;
import static nl.banenschakel.payroll.WageReturns.NUMBER;
import static nl.banenschakel.payroll.WageReturns.anonymous;
import static nl.banenschakel.payroll.WageReturns.correction;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.person;
import static nl.banenschakel.payroll.WageReturns.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.kernel.Netherlands;
import org.junit.jupiter.api.Test;

/** Where each tijdvak stands: what was returned, what it comes to, and what lacks. */
class TijdvakStateIT extends WageReturnApi {
  private static final String JANUARY =
      message(
          "2026-02-10T10:00:00",
          "1",
          full("2026-01-01", "2026-01-31", person(ANNA, 1, 100), anonymous("X", 3, 10)));
  private static final String MARCH =
      message("2026-04-10T10:00:00", "3", full("2026-03-01", "2026-03-31", person(ANNA, 1, 90)));

  @Test
  void a_tijdvak_tells_what_was_returned_and_what_holds() {
    deliver(JANUARY);
    deliver(
        message(
            "2026-03-10T10:00:00",
            "2",
            correction("2026-01-01", "2026-01-31", person(ANNA, 1, 120), withdrawal(BERT, 2))));

    var january = tijdvakken("").get(0);

    assertThat(january)
        .isEqualTo(
            new JsonObject()
                .put("tijdvak", "2026-M01")
                .put("returned", true)
                .put("messages", 2)
                .put("latestSentAt", "2026-03-10T09:00:00Z")
                .put("versions", 4)
                .put("relationships", 2)
                .put("withoutBsn", 1)
                .put("verloondeUren", 130)
                .put("contractsRun", false)
                .put("differences", new JsonArray()));
  }

  @Test
  void a_hole_between_returns_is_missing_while_contracts_run() {
    deliver(JANUARY);
    deliver(MARCH);

    assertThat(missing("")).isEmpty();

    contractsOf("01-01-2024", "15-02-2026");

    assertThat(missing("")).containsExactly("2026-M02");
    assertThat(tijdvakken(""))
        .extracting(it -> it.getString("tijdvak"))
        .containsExactly("2026-M01", "2026-M02", "2026-M03");
  }

  @Test
  void a_named_span_shows_what_lacks_at_its_beginning_and_its_end() {
    deliver(JANUARY);
    deliver(MARCH);
    contractsOf("01-12-2025", "30-04-2026");

    assertThat(missing("?from=2025-M10&until=2026-M06"))
        .containsExactly("2025-M12", "2026-M02", "2026-M04");
  }

  @Test
  void a_reconciliation_of_a_named_span_has_what_lacks_at_its_beginning_and_its_end() {
    deliver(JANUARY);
    deliver(MARCH);
    contractsOf("01-12-2025", "30-04-2026");
    var draft =
        new JsonObject()
            .put("loonheffingennummer", NUMBER)
            .put("from", "2025-M10")
            .put("until", "2026-M06");

    var run = client.post("/v1/reconciliations", "application/json", draft.encode()).expect(201);

    var findings = client.report(run.json().getString("id")).getJsonArray("findings");
    assertThat(findings.stream().map(JsonObject.class::cast))
        .filteredOn(it -> it.getString("code").equals("PERIOD_MISSING"))
        .extracting(it -> it.getString("tijdvak"))
        .containsExactly("2025-M12", "2026-M02", "2026-M04");
  }

  @Test
  void a_loose_correction_is_no_return_of_its_tijdvak() {
    deliver(
        message(
            "2026-04-10T10:00:00",
            "1",
            correction("2026-01-01", "2026-01-31", person(ANNA, 1, 8))));
    contractsOf("01-01-2024", "");

    assertThat(tijdvakken("").get(0).getBoolean("returned")).isFalse();
    assertThat(tijdvakken("").get(0).getInteger("verloondeUren")).isEqualTo(8);
    assertThat(missing("")).containsExactly("2026-M01");
  }

  @Test
  void what_is_not_yet_due_is_not_missing() {
    contractsOf("01-01-2024", "");
    var now = YearMonth.from(LocalDate.now(Netherlands.ZONE));

    var states =
        missing("?from=%s&until=%s".formatted(code(now.minusMonths(3)), code(now.plusMonths(2))));

    assertThat(states)
        .contains(code(now.minusMonths(3)))
        .doesNotContain(code(now), code(now.plusMonths(1)), code(now.plusMonths(2)));
  }

  @Test
  void as_filed_by_1_may_is_a_question() {
    deliver(JANUARY);
    var filed = Instant.now();
    contractsOf("01-01-2024", "");
    deliver(
        message(
            "2026-03-10T10:00:00",
            "2",
            correction("2026-01-01", "2026-01-31", person(ANNA, 1, 7))));

    var then = tijdvakken("?from=2026-M01&until=2026-M02&asOf=" + filed);

    assertThat(then).extracting(it -> it.getInteger("verloondeUren")).containsExactly(110, 0);
    assertThat(then).extracting(it -> it.getBoolean("contractsRun")).containsExactly(false, false);
    assertThat(tijdvakken("").get(0).getInteger("verloondeUren")).isEqualTo(17);
    assertThat(inForce("2026-M01", filed)).containsExactly("1: 100", "3: 10");
    assertThat(inForce("2026-M01")).containsExactly("1: 7", "3: 10");
  }

  @Test
  void four_weeks_have_holes_of_four_weeks() {
    deliver(
        message("2026-02-10T10:00:00", "1", full("2026-01-01", "2026-01-25", person(ANNA, 1, 1))));
    deliver(
        message("2026-05-10T10:00:00", "2", full("2026-03-23", "2026-04-19", person(ANNA, 1, 1))));
    contractsOf("01-01-2024", "");

    assertThat(missing("")).containsExactly("2026-P02", "2026-P03");
  }

  @Test
  void more_than_forty_are_refused_when_the_first_is_named_and_else_the_last_are_given() {
    deliver(JANUARY);

    assertThat(get("/v1/tijdvakken?from=2020-M01&until=2026-M12").mistakes())
        .containsExactly("query from PERIOD_TOO_LONG");
    assertThat(get("/v1/tijdvakken?from=2026-M02&until=2026-M01").mistakes())
        .containsExactly("query until PERIOD_REVERSED");
    assertThat(tijdvakken("?until=2030-M12")).hasSize(40);
  }

  private void contractsOf(String start, String end) {
    var line = "E-1;%s;%s;%s;36,00;Zorg\n".formatted(ANNA, start, end);
    client.postContracts(NUMBER, SampleFiles.CONTRACT_HEADER + line).expect(201);
  }

  private List<String> missing(String query) {
    return tijdvakken(query).stream()
        .filter(it -> it.getJsonArray("differences").contains("PERIOD_MISSING"))
        .map(it -> it.getString("tijdvak"))
        .toList();
  }

  private static String code(YearMonth month) {
    return "%d-M%02d".formatted(month.getYear(), month.getMonthValue());
  }
}
