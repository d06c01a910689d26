package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.CAS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.testing.WorkbookFile.number;
import static nl.banenschakel.testing.WorkbookFile.row;
import static nl.banenschakel.testing.WorkbookFile.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.stream.xlsx.WorkbookFeed;
import nl.banenschakel.testing.WorkbookFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Workbooks over HTTP: what they hold is what the same table holds as CSV. */
class WorkbookIT {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String HEADER =
      row(
          text("Personeelsnummer"),
          text("BSN"),
          text("Begindatum"),
          text("Einddatum"),
          text("Uren per week"),
          text("Afdeling"));

  private static TestGateway gateway;

  private ApiClient client;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void a_new_organisation() {
    UUID organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    client = gateway.as(organisation, Role.HR);
  }

  @Test
  void contracts_of_a_workbook_are_those_of_the_same_table_as_csv() {
    client.postContracts(NUMBER, SampleFiles.CONTRACTS).expect(201);

    var again =
        contracts(
            new WorkbookFile()
                .sheet(
                    "Contracten",
                    HEADER,
                    contract("E-1", ANNA, "20"),
                    contract("E-2", BAS, "24"),
                    contract("E-3", CAS, "36")));

    assertThat(again.expect(201).json().getJsonObject("counts").getInteger("unchanged"))
        .isEqualTo(3);
  }

  @Test
  void every_mistake_has_its_place_in_the_sheet() {
    var answer =
        contracts(
            new WorkbookFile()
                .sheet("Leeg")
                .sheet(
                    "Contracten",
                    HEADER,
                    contract("E-1", "999990018", "20"),
                    row(),
                    contract("E-2", BAS, "81")));

    assertThat(answer.expect(400).mistakes())
        .containsExactly(
            "sheet 2 row 2 column B BSN_ELFPROEF", "sheet 2 row 4 column E HOURS_RANGE");
  }

  @Test
  void mistake_that_shows_when_all_rows_are_there_has_its_place_too() {
    var twice = contract("E-1", ANNA, "20");

    var answer = contracts(new WorkbookFile().sheet("Contracten", HEADER, twice, twice));

    assertThat(answer.expect(400).mistakes()).containsExactly("sheet 1 row 3 DUPLICATE_CONTRACT");
  }

  @Test
  void column_for_the_ground_is_refused() {
    var list =
        new WorkbookFile().sheet("Lijst", row(text("BSN"), text("Grondslag")), row(text(ANNA)));
    var contracts =
        new WorkbookFile()
            .sheet("Contracten", HEADER.replace("Afdeling", "Wajong"), contract("E-1", ANNA, "20"));

    assertThat(list(list, "").expect(400).mistakes())
        .containsExactly("sheet 1 row 1 column B GROUND_COLUMN");
    assertThat(contracts(contracts).expect(400).mistakes())
        .containsExactly("sheet 1 row 1 column F GROUND_COLUMN");
  }

  @Test
  void list_is_read_from_the_sheet_that_is_asked_for() {
    var file =
        new WorkbookFile()
            .sheet("Uitleg", row(text("Zie blad 2")))
            .sheet("Lijst", row(number(ANNA, 0)), row(number(BAS, 0)));

    assertThat(list(file, "").expect(400).mistakes())
        .containsExactly("sheet 1 row 1 COLUMN_MISSING");
    assertThat(
            list(file, "&sheet=Lijst")
                .expect(201)
                .json()
                .getJsonObject("counts")
                .getInteger("persons"))
        .isEqualTo(2);
    assertThat(list(file, "&sheet=" + ANNA).expect(400).mistakes())
        .containsExactly("query sheet TEXT_HOLDS_BSN");
  }

  @Test
  void workbook_over_the_limit_is_refused() {
    var big = new byte[WorkbookFeed.BYTES_MAX + 1];
    big[0] = 'P';

    assertThat(post(big).expect(400).mistakes()).containsExactly("workbook XLSX_TOO_BIG");
  }

  private static String contract(String personnelNumber, String bsn, String hours) {
    return row(
        text(personnelNumber),
        number(bsn, 3),
        number("45292", 1),
        "",
        number(hours, 0),
        text("Zorg"));
  }

  private Answer contracts(WorkbookFile file) {
    return post(file.bytes());
  }

  private Answer post(byte[] file) {
    return client.post(
        "/v1/contract-files?delivery=full", XLSX, file, "Loonheffingennummer", NUMBER);
  }

  private Answer list(WorkbookFile file, String query) {
    return client.post(
        "/v1/register-snapshots?peildatum=2026-04-01" + query,
        XLSX,
        file.bytes(),
        "Loonheffingennummer",
        NUMBER);
  }
}
