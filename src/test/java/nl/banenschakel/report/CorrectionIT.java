package nl.banenschakel.report;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import nl.banenschakel.app.SampleFiles;
import org.junit.jupiter.api.Test;

/** What the payroll bureau gets to correct. */
class CorrectionIT extends ReportApi {

  @Test
  void each_tijdvak_has_the_hours_now_and_as_proposed_and_a_last_day() {
    listed();
    contracts("E-1;" + ANNA + ";2024-01-01;;20;Zorg;;");
    paid(1, 40, 0);
    paid(2, 80, 30);

    var list = corrections(client.reconcile(NUMBER));

    assertThat(list)
        .containsExactly(
            "E-1 2026-M01 HOURS_BELOW_CONTRACT 40 89 null 2027-05-01",
            "E-2 2026-M02 HOURS_WITHOUT_CONTRACT 30 null null 2027-05-01");
  }

  @Test
  void an_lkv_that_was_not_requested_is_named_in_each_tijdvak_that_lacks_it() {
    listed();
    contracts("E-1;" + ANNA + ";2024-01-01;;20;Zorg;;");
    unrequested(1, 88);
    paid(2, 80, 0);
    unrequested(3, 89);

    var list = corrections(client.reconcile(NUMBER));

    assertThat(list)
        .containsExactly(
            "E-1 2026-M01 LKV_NOT_REQUESTED 88 88 true 2027-01-31",
            "E-1 2026-M03 LKV_NOT_REQUESTED 89 89 true 2027-01-31");
  }

  @Test
  void a_missing_return_and_a_contract_without_hours_are_on_it() {
    listed();
    contracts("E-1;" + ANNA + ";2024-01-01;;20;;;", "E-2;" + BAS + ";2024-01-01;2026-01-31;24;;;");
    client.postWageReturn(SampleFiles.wageReturn(1, relationshipOfAnna(88))).expect(201);
    client.postWageReturn(SampleFiles.wageReturn(3, relationshipOfAnna(88))).expect(201);

    var list = corrections(client.reconcile(NUMBER));

    assertThat(list)
        .containsExactly(
            "null 2026-M02 PERIOD_MISSING null null null 2027-05-01",
            "E-2 2026-M01 REGISTERED_WITHOUT_HOURS 0 106 null 2027-05-01");
  }

  @Test
  void a_spreadsheet_reads_it_and_runs_no_formula() {
    listed();
    contracts("\"=E;1\";" + ANNA + ";2024-01-01;;20;;;");
    paid(1, 40, 0);
    var at = "/v1/reports/corrections?run=" + client.reconcile(NUMBER);

    var excel = client.get(at, "Accept", "text/csv").expect(200).text();
    var iso = client.get(at + "&csv=iso", "Accept", "text/csv").expect(200).text();

    assertThat(excel.lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("\uFEFFpersoneelsnummer;tijdvak;code;verloonde uren nu;");
    assertThat(excel.lines().skip(1).findFirst().orElseThrow())
        .startsWith(
            "\"'=E;1\";2026-M01;HOURS_BELOW_CONTRACT;40;89;;;2027-05-01;Minder uren dan in het contract;");
    assertThat(iso).contains("\r\n'=E;1,2026-M01,HOURS_BELOW_CONTRACT,40,89,,,2027-05-01,");
    assertThat(excel + iso).doesNotContain(ANNA);
  }

  private static String relationshipOfAnna(int hours) {
    return SampleFiles.relationship("E-1", ANNA, hours);
  }

  private void unrequested(int month, int hours) {
    var file = SampleFiles.wageReturn(month, relationshipOfAnna(hours));
    client.postWageReturn(file.replace("DgBaf>J<", "DgBaf>N<")).expect(201);
  }

  private List<String> corrections(String run) {
    var report = client.get("/v1/reports/corrections?run=" + run).expect(200).json();
    return report.getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .map(
            item ->
                "%s %s %s %s %s %s %s"
                    .formatted(
                        item.getString("personnelNumber"),
                        item.getString("tijdvak"),
                        item.getString("code"),
                        item.getValue("verloondeUrenNow"),
                        item.getValue("verloondeUrenProposed"),
                        item.getBoolean("lkvRequestedProposed"),
                        item.getString("lastDay")))
        .toList();
  }
}
