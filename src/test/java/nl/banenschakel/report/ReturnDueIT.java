package nl.banenschakel.report;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.YearMonth;
import java.util.List;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.kernel.Netherlands;
import org.junit.jupiter.api.Test;

/** What is expected and not yet due is never a finding. */
class ReturnDueIT extends ReportApi {
  private final YearMonth now = YearMonth.now(Netherlands.ZONE);

  @Test
  void a_return_that_may_still_come_is_not_missing_and_one_that_was_due_is() {
    listed();
    contracts("E-1;" + ANNA + ";2013-01-01;;20;;;");

    var findings = findings(now.minusMonths(3), now.plusMonths(1));

    assertThat(findings).containsExactly(missing(now.minusMonths(3)), missing(now.minusMonths(2)));
  }

  @Test
  void who_sent_a_return_after_that_day_is_late_whatever_day_it_is_here() {
    listed();
    contracts("E-1;" + ANNA + ";2013-01-01;;20;;;");
    assertThat(findings(now, now)).isEmpty();
    var january = SampleFiles.wageReturn(1, SampleFiles.relationship("E-1", ANNA, 88));

    client
        .postWageReturn(january.replace("2026-02-10T", now.plusMonths(2).atDay(1) + "T"))
        .expect(201);

    assertThat(findings(now, now)).containsExactly(missing(now));
  }

  private List<String> findings(YearMonth from, YearMonth until) {
    var draft =
        new JsonObject()
            .put("loonheffingennummer", NUMBER)
            .put("from", code(from))
            .put("until", code(until));
    var run =
        client.post("/v1/reconciliations", "application/json", draft.encode()).expect(201).json();
    return client
        .get("/v1/reconciliations/%s/findings".formatted(run.getString("id")))
        .items()
        .stream()
        .filter(it -> it.getString("code").equals("PERIOD_MISSING"))
        .map(it -> it.getString("code") + " " + it.getString("tijdvak"))
        .sorted()
        .toList();
  }

  private static String missing(YearMonth month) {
    return "PERIOD_MISSING " + code(month);
  }

  private static String code(YearMonth month) {
    return "%d-M%02d".formatted(month.getYear(), month.getMonthValue());
  }
}
