package nl.banenschakel.report;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A report by department, school and cost centre. */
class BreakdownIT extends ReportApi {

  @Test
  void each_department_has_its_people_hours_and_jobs() {
    listed();
    contracts(
        "E-1;" + ANNA + ";2024-01-01;;20;Zorg;De Brug;4100",
        "E-2;" + BAS + ";2024-01-01;;24;Keuken;De Brug;");
    paid(1, 80, 40);

    var run = client.reconcile(NUMBER);

    assertThat(rows(run, "department"))
        .containsExactly("Keuken 1 24 40 0.0301 0.9412", "Zorg 1 20 80 0.0601 0.7843");
    assertThat(rows(run, "school")).containsExactly("De Brug 2 44 120 0.0902 1.7255");
    assertThat(rows(run, "costCentre"))
        .containsExactly("4100 1 20 80 0.0601 0.7843", "null 1 24 40 0.0301 0.9412");
  }

  @Test
  void hours_of_somebody_in_two_places_are_divided_and_never_doubled() {
    listed();
    contracts(
        "E-1;" + ANNA + ";2024-01-01;;10;Zorg;;",
        "E-1b;" + ANNA + ";2024-01-01;;20;Keuken;;",
        "E-2;" + BAS + ";2024-01-01;;24;;;");
    paid(1, 100, 40);

    var run = client.reconcile(NUMBER);

    assertThat(rows(run, "department"))
        .containsExactly(
            "Keuken 1 20 67 0.0503 0.7843",
            "Zorg 0 10 33 0.0248 0.3921",
            "null 1 24 40 0.0301 0.9412");
    assertThat(client.report(run).getJsonArray("people")).hasSize(2);
  }

  @Test
  void who_moves_takes_the_hours_along_from_the_day_of_the_move() {
    listed();
    contracts(
        "E-1;" + ANNA + ";2024-01-01;2026-02-14;20;Zorg;;",
        "E-1;" + ANNA + ";2026-02-15;;20;Keuken;;",
        "E-2;" + BAS + ";2024-01-01;;24;Zorg;;");
    paid(1, 88, 0);
    paid(2, 81, 0);
    paid(3, 90, 0);

    var run = client.reconcile(NUMBER);

    assertThat(rows(run, "department"))
        .containsExactly("Keuken 1 20 131 0.0984 0.7843", "Zorg 1 24 128 0.0962 0.9412");
    var rows = breakdown(run, "department").getJsonArray("rows");
    var keuken = client.get(rows.getJsonObject(0).getString("shares")).expect(200).items();
    assertThat(keuken).extracting(it -> it.getString("personnelNumber")).containsExactly("E-1");
    assertThat(keuken).extracting(it -> it.getInteger("verloondeUren")).containsExactly(131);
  }

  @Test
  void where_a_contract_is_cut_does_not_matter() {
    listed();
    contracts(
        "E-1;" + ANNA + ";2024-01-01;;10;Zorg;;", "E-1b;" + ANNA + ";2024-01-01;;10;Keuken;;");
    paid(1, 101, 0);
    var whole = rows(client.reconcile(NUMBER), "department");

    contracts(
        "E-1;" + ANNA + ";2024-01-01;2026-01-09;10;Zorg;;",
        "E-1;" + ANNA + ";2026-01-10;;10;Zorg;;",
        "E-1b;" + ANNA + ";2024-01-01;;10;Keuken;;");

    assertThat(whole).containsExactly("Keuken 1 10 51 0.0383 0.3922", "Zorg 0 10 50 0.0376 0.3921");
    assertThat(rows(client.reconcile(NUMBER), "department")).isEqualTo(whole);
  }

  @Test
  void hours_without_a_contract_stay_where_the_last_one_was() {
    listed();
    contracts("E-1;" + ANNA + ";2024-01-01;2025-12-31;20;Zorg;;");
    paid(1, 12, 7);

    var run = client.reconcile(NUMBER);

    assertThat(rows(run, "department"))
        .containsExactly("Zorg 1 0 12 0.0090 0", "null 1 0 7 0.0053 0");
  }

  @Test
  void a_report_keeps_its_departments_when_contracts_move_on() {
    listed();
    contracts("E-1;" + ANNA + ";2024-01-01;;20;Zorg;;");
    paid(1, 80, 0);
    var run = client.reconcile(NUMBER);
    var before = breakdown(run, "department");

    contracts("E-1;" + ANNA + ";2024-01-01;;20;Keuken;;");
    var after = client.reconcile(NUMBER);

    assertThat(breakdown(run, "department")).isEqualTo(before);
    assertThat(rows(after, "department")).containsExactly("Keuken 1 20 80 0.0601 0.7843");
    assertThat(hash(after)).isNotEqualTo(hash(run));
  }

  @Test
  void a_spreadsheet_gets_decimal_commas_and_no_formula() {
    listed();
    contracts(
        "E-1;" + ANNA + ";2024-01-01;;20,5;\"=1+1;\"\"x\"\"\";;",
        "E-2;" + BAS + ";2024-01-01;;24;;;");
    paid(1, 80, 40);
    var at = "/v1/reports/breakdown?by=department&run=" + client.reconcile(NUMBER);

    var excel = client.get(at, "Accept", "text/csv").expect(200);
    var iso = client.get(at + "&csv=iso", "Accept", "text/csv").expect(200);

    assertThat(excel.text())
        .isEqualTo(
            """
            \uFEFFafdeling;mensen;contracturen per week;verloonde uren;banen per jaar;banen per week
            "'=1+1;""x""\";1;20,5;80;0,0601;0,8039
            (geen);1;24;40;0,0301;0,9412
            """
                .replace("\n", "\r\n"));
    assertThat(iso.text())
        .startsWith("afdeling,mensen,")
        .contains("\r\n(geen),1,24,40,0.0301,0.9412\r\n");
  }

  @Test
  void what_cannot_be_broken_down_is_said() {
    listed();
    contracts("E-1;" + ANNA + ";2024-01-01;;20;Zorg;;");
    paid(1, 80, 0);
    var run = client.reconcile(NUMBER);

    var answer = client.get("/v1/reports/breakdown?by=colour&csv=x&run=" + run).expect(400);

    assertThat(answer.mistakes())
        .containsExactly("query by BREAKDOWN_UNKNOWN", "query csv CSV_UNKNOWN");
    var unknown = "/v1/reconciliations/%s/shares?breakdown=%s".formatted(run, run);
    assertThat(client.get(unknown).status()).isEqualTo(404);
  }

  private JsonObject breakdown(String run, String by) {
    var json = client.get("/v1/reports/breakdown?by=" + by + "&run=" + run).expect(200).json();
    requireSums(json);
    var report = client.report(run);
    assertThat(json.getJsonArray("rows"))
        .isEqualTo(report.getJsonObject("breakdowns").getJsonArray(by));
    return json;
  }

  /** Every column adds up to the total, which is the report's, to the last decimal. */
  private static void requireSums(JsonObject breakdown) {
    var totals = breakdown.getJsonObject("totals");
    for (var column : totals.fieldNames()) {
      var sum =
          breakdown.getJsonArray("rows").stream()
              .map(row -> decimal((JsonObject) row, column))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(sum).as(column).isEqualByComparingTo(decimal(totals, column));
    }
  }

  private List<String> rows(String run, String by) {
    return breakdown(run, by).getJsonArray("rows").stream()
        .map(JsonObject.class::cast)
        .map(
            row ->
                "%s %s %s %s %s %s"
                    .formatted(
                        row.getString("value"),
                        row.getInteger("people"),
                        decimal(row, "contractHoursPerWeek").stripTrailingZeros().toPlainString(),
                        row.getInteger("verloondeUren"),
                        jobs(row, "jobsYear"),
                        jobs(row, "jobsWeek")))
        .toList();
  }

  private static String jobs(JsonObject row, String name) {
    var jobs = decimal(row, name);
    return jobs.signum() == 0 ? "0" : jobs.setScale(4).toPlainString();
  }

  private static BigDecimal decimal(JsonObject json, String name) {
    return new BigDecimal(json.getValue(name).toString());
  }

  private String hash(String run) {
    return client.get("/v1/reconciliations/" + run).json().getString("resultHash");
  }
}
