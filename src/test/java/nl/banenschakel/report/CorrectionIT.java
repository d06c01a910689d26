package nl.banenschakel.report;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.platform.auth.Role;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** What the payroll bureau gets to correct. */
class CorrectionIT extends ReportApi {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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

  @Test
  void a_workbook_has_numbers_days_and_texts_and_no_formula() throws Exception {
    listed();
    contracts("\"=E;1\";" + ANNA + ";2024-01-01;;20;;;");
    paid(1, 40, 0);
    var run = client.reconcile(NUMBER);

    var rows = sheet(xlsx("/v1/reports/corrections?run=" + run));

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).getCellText(3)).isEqualTo("verloonde uren nu");
    var row = rows.get(1);
    assertThat(row.getCellText(0)).isEqualTo("=E;1");
    assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getCellAsNumber(3)).hasValue(new BigDecimal("40"));
    assertThat(row.getCellAsNumber(4)).hasValue(new BigDecimal("89"));
    assertThat(row.getCellAsDate(7).map(LocalDateTime::toLocalDate))
        .hasValue(LocalDate.of(2027, 5, 1));
    assertThat(row.stream().filter(cell -> cell != null && cell.getFormula() != null)).isEmpty();
  }

  @Test
  void a_workbook_of_many_rows_has_them_all() throws Exception {
    var run = GreatRun.insert(gateway.database(), organisation, 20_000);

    var rows = sheet(xlsx("/v1/reports/corrections?run=" + run));

    assertThat(rows).hasSize(20_001);
    assertThat(rows.stream().skip(1).map(row -> row.getCellText(0)))
        .doesNotHaveDuplicates()
        .allMatch(number -> number.startsWith("E-"));
  }

  private byte[] xlsx(String address) throws Exception {
    var request =
        HttpRequest.newBuilder(gateway.base().resolve(address))
            .header("Authorization", "Bearer " + gateway.token(Set.of(organisation), Role.PAYROLL))
            .header("Accept", XLSX)
            .build();
    var reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers().firstValue("Content-Type")).hasValue(XLSX);
    return reply.body();
  }

  private static List<Row> sheet(byte[] bytes) throws IOException {
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      return workbook.getFirstSheet().read();
    }
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
