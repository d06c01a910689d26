package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.CAS;
import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.CONTRACT_HEADER;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.banenschakel.testing.WorkbookBytes;
import nl.banenschakel.testing.WorkbookFile;
import org.junit.jupiter.api.Test;

/** A refused file comes back with its mistakes beside its rows, to be corrected and sent again. */
class UploadErrorsIT extends UploadApi {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String WRONG = "999990018";

  @Test
  void contracts_come_back_as_text_and_the_corrected_workbook_is_taken() {
    var file =
        CONTRACT_HEADER
            + "007;%s;01-01-2024;;20,00;=2+5\n".formatted(WRONG)
            + "008;%s;01-01-2024;;24,00;+zorg <&>\n".formatted(BAS)
            + "009;%s;31-02-2024;;x;@zorg\n".formatted(CAS);
    var refused = client.postContracts(NUMBER, file).expect(400);

    var workbook = errors(refused);

    var rows = WorkbookBytes.rows(workbook, 0);
    assertThat(rows.get(0)).endsWith("Afdeling", "Fouten (Banenschakel)");
    assertThat(rows.get(1)).startsWith("007", WRONG).contains("=2+5");
    assertThat(rows.get(1).get(6)).startsWith("BSN: ").contains("elfproef", "[BSN_ELFPROEF]");
    assertThat(rows.get(2)).containsExactly("008", BAS, "01-01-2024", "", "24,00", "+zorg <&>");
    assertThat(rows.get(3).get(6)).contains("Begindatum: ", "Uren per week: ");
    var corrected =
        WorkbookBytes.changed(
            workbook,
            1,
            cells -> replace(cells, WRONG, ANNA, "31-02-2024", "01-02-2024", "x", "36"));
    post("/v1/contract-files?delivery=full", XLSX, corrected).expect(201);
    assertThat(client.get("/v1/contracts").items())
        .extracting(contract -> contract.getString("personnelNumber"))
        .containsExactlyInAnyOrder("007", "008", "009");
  }

  @Test
  void a_pasted_list_gets_a_head_and_the_corrected_workbook_is_taken() {
    var list = "/v1/register-snapshots?peildatum=2026-04-01";
    var refused = post(list, "text/plain", bytes(ANNA + "\n" + WRONG + "\n" + CAS + "\n"));

    var workbook = errors(refused.expect(400));

    assertThat(WorkbookBytes.rows(workbook, 0).get(0))
        .containsExactly("BSN", "Fouten (Banenschakel)");
    assertThat(WorkbookBytes.rows(workbook, 0).get(1)).containsExactly(ANNA);
    var corrected = WorkbookBytes.changed(workbook, 1, cells -> replace(cells, WRONG, BAS));
    var taken = post(list, XLSX, corrected).expect(201).json();
    assertThat(taken.getJsonObject("counts").getInteger("persons")).isEqualTo(3);
  }

  @Test
  void answers_that_were_sent_to_an_address_go_back_to_it_corrected() {
    var address = announce(new JsonObject().put("kind", "register-answers"));
    var refused = put(address, "text/csv", bytes(ANNA + ";in\n" + BAS + ";misschien\n"));

    var workbook = errors(refused.expect(400));

    var rows = WorkbookBytes.rows(workbook, 0);
    assertThat(rows.get(0)).startsWith("BSN", "Antwoord", "Van").endsWith("Fouten (Banenschakel)");
    assertThat(rows.get(2).get(5)).startsWith("Antwoord: ").contains("[ANSWER_FORM]");
    var corrected = WorkbookBytes.changed(workbook, 1, cells -> replace(cells, "misschien", "uit"));
    var taken = put(address, XLSX, corrected).expect(200).json();
    assertThat(taken.getJsonObject("counts").getInteger("new")).isEqualTo(2);
    client.get(address + "/errors.xlsx").expect(404);
  }

  @Test
  void a_workbook_keeps_the_name_of_its_sheet_and_has_the_column_once() {
    var address = announce(new JsonObject().put("kind", "register-snapshot").put("sheet", "Lijst"));
    var sent =
        new WorkbookFile()
            .sheet("Uitleg", WorkbookFile.row(WorkbookFile.text("x")))
            .sheet("Lijst", line("BSN", "Naam"), line(WRONG, "A"), line("9", "B"));
    put(address, XLSX, sent.bytes()).expect(400);
    var first = errors(client.get(address));
    put(address, XLSX, WorkbookBytes.changed(first, 1, it -> replace(it, WRONG, ANNA))).expect(400);

    var second = errors(client.get(address));

    assertThat(WorkbookBytes.sheets(second)).containsExactly("Lijst", "Fouten");
    assertThat(WorkbookBytes.rows(second, 0).get(0))
        .containsExactly("BSN", "Naam", "Fouten (Banenschakel)");
    assertThat(WorkbookBytes.rows(second, 0).get(1)).containsExactly(ANNA, "A");
    put(address, XLSX, WorkbookBytes.changed(second, 1, it -> replace(it, "9", BAS))).expect(200);
  }

  @Test
  void a_line_that_is_no_row_is_not_lost_unseen() {
    var refused = client.postContracts(NUMBER, CONTRACTS + "E-9;\"a\"b;;;\n").expect(400);

    var workbook = errors(refused);

    var rows = WorkbookBytes.rows(workbook, 0);
    assertThat(rows).hasSize(5);
    assertThat(rows.get(4).get(6)).startsWith("Regel 5 ").contains("[QUOTE_STRAY]");
    assertThat(post("/v1/contract-files?delivery=full", XLSX, workbook).expect(400).mistakes())
        .contains("sheet 1 row 5 column A VALUE_REQUIRED");
  }

  @Test
  void a_row_with_too_many_cells_comes_back_whole() {
    var refused =
        client
            .postContracts(
                NUMBER, CONTRACTS + "E-4;%s;01-01-2024;;20;Zorg;te;veel\n".formatted(ANNA))
            .expect(400);

    var row = WorkbookBytes.rows(errors(refused), 0).get(4);

    assertThat(row).startsWith("E-4", ANNA).endsWith("te", "veel");
    assertThat(row.get(6)).contains("[COLUMN_COUNT]");
  }

  @Test
  void what_is_wrong_with_the_heads_is_told_beside_the_first_row() {
    var refused = client.postContracts(NUMBER, CONTRACTS.replace("Begindatum", "Wat?")).expect(400);

    var rows = WorkbookBytes.rows(errors(refused), 0);

    assertThat(rows.get(0)).endsWith("Fouten (Banenschakel)");
    assertThat(rows.get(1).get(6)).startsWith("Eerste rij, ").contains("COLUMN_MISSING");
  }

  @Test
  void a_wage_return_has_its_mistakes_with_their_element_and_says_why_there_are_no_rows() {
    var wrong = SampleFiles.wageReturn(1).replace(ANNA, WRONG);
    var refused = client.postWageReturn(wrong).expect(400);

    var workbook = errors(refused);

    assertThat(WorkbookBytes.sheets(workbook)).containsExactly("Fouten");
    var rows = WorkbookBytes.rows(workbook, 0);
    assertThat(rows.get(0).get(0)).contains("geen rijen en kolommen");
    assertThat(rows.get(2).get(0)).contains("/InkomstenverhoudingInitieel");
    assertThat(rows.get(2).get(1)).isEqualTo("BSN_ELFPROEF");
  }

  @Test
  void who_reads_english_is_told_in_english() {
    var refused = client.postContracts(NUMBER, CONTRACTS.replace(ANNA, WRONG)).expect(400);
    var address = refused.json().getString("upload") + "/errors.xlsx";

    var english = client.get(address, "Accept-Language", "en-GB, nl;q=0.5").expect(200);

    assertThat(WorkbookBytes.sheets(english.bytes().getBytes())).containsExactly("Rows", "Errors");
    assertThat(WorkbookBytes.rows(english.bytes().getBytes(), 0).get(1).get(6))
        .contains("11-proef");
  }

  private byte[] errors(Answer refused) {
    var told = refused.json();
    var upload = told.getString("upload", "/v1/uploads/" + told.getString("id"));
    return client.get(upload + "/errors.xlsx").expect(200).bytes().getBytes();
  }

  private String announce(JsonObject draft) {
    var whole = draft.put("loonheffingennummer", NUMBER).put("peildatum", "2026-04-01").encode();
    return client.post("/v1/uploads", "application/json", whole).expect(201).header("Location");
  }

  private Answer put(String address, String type, byte[] body) {
    return client.send("PUT", address + "/content", Optional.of(type), body);
  }

  private Answer post(String path, String type, byte[] body) {
    return client.post(path, type, body, "Loonheffingennummer", NUMBER);
  }

  /** Corrects cells, each by what it holds. */
  private static String replace(String cells, String... pairs) {
    UnaryOperator<String> cell = text -> "<t>" + text + "</t>";
    var corrected = cells;
    for (int i = 0; i < pairs.length; i += 2) {
      assertThat(corrected).contains(cell.apply(pairs[i]));
      corrected = corrected.replace(cell.apply(pairs[i]), cell.apply(pairs[i + 1]));
    }
    return corrected;
  }

  private static String line(String first, String second) {
    return WorkbookFile.row(WorkbookFile.text(first), WorkbookFile.text(second));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
