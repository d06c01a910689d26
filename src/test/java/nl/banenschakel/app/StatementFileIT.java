package nl.banenschakel.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.testing.WorkbookFile;
import org.junit.jupiter.api.Test;

/** Statements in a file: from the sender's table to what the receiver reads. */
class StatementFileIT extends StatedHours {
  private static final String FILES = "/v1/statement-files";
  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String MAPPED = "\"Klus\",\"field\":\"assignment\"";
  private static final String HEADS =
      "Document;Opdracht;Periode van;Periode tot en met;Persoon;Datum;Uren;Correctie\n";

  @Test
  void each_statement_has_its_receipt_and_the_receiver_reads_its_hours() {
    var first = assignment("P-1");
    var second = assignment("P-2");
    var file =
        HEADS
            + row(name("D"), first, "P-1;02-03-2026;7,75;")
            + row(name("E"), second, "P-2;03-03-2026;4;")
            + row(name("F"), second.copy().put("reference", name("A")), "P-9;;1;");

    var taken = send(file).expect(201).json();

    assertThat(taken.getJsonObject("counts").getMap())
        .containsEntry("lines", 3)
        .containsEntry("statements", 3)
        .containsEntry("new", 3)
        .containsEntry("marked", 1);
    var stated = stated(taken);
    assertThat(stated).extracting(it -> it.getString("channel")).containsOnly("file");
    assertThat(stated.get(0).getJsonArray("marks")).containsExactly("ASSIGNMENT_UNKNOWN");
    var address = "/v1/statements/" + stated.get(2).getString("id");
    assertThat(school.get(address).expect(200).json().getDouble("workedHours")).isEqualTo(7.75);
    var receipt = lender.get(address + "/receipt").expect(200).json();
    assertThat(receipt.getString("number")).isEqualTo(stated.get(2).getString("receipt"));
    assertThat(lines(receipt).get(0).getString("at")).isEqualTo("line 2");
    assertThat(school.get(taken.getString("resource")).items()).isEmpty();
  }

  @Test
  void the_same_file_again_and_the_same_statement_in_another_one_are_stated_once() {
    var document = row(name("D"), assignment("P-1"), "P-1;;8;");
    var first = send(HEADS + document).expect(201).json();

    var again = send(HEADS + document).expect(201).json();
    var longer = send(HEADS + document + row(name("E"), assignment("P-2"), "P-2;;4;")).expect(201);

    assertThat(again.getString("id")).isEqualTo(first.getString("id"));
    assertThat(longer.json().getJsonObject("counts").getMap())
        .containsEntry("new", 1)
        .containsEntry("unchanged", 1);
    assertThat(stated(longer.json()))
        .extracting(it -> it.getString("id"))
        .contains(stated(first).get(0).getString("id"));
  }

  @Test
  void what_stands_is_told_for_each_statement_and_nothing_of_the_file_is_taken_in() {
    var assignment = assignment("P-1");
    var document = name("D");
    var first = stated(send(HEADS + row(document, assignment, "P-1;;8;")).expect(201).json());
    var good = assignment("P-3");
    var file =
        HEADS
            + row(name("N"), good, "P-3;;8;")
            + row(document, assignment, "P-1;;9;")
            + row(name("E"), assignment, "P-1;;8;")
            + row(name("F"), assignment("P-2"), "P-2;;8;")
            + row(name("G"), good, "P-2;;8;");

    var refused = send(file).expect(400);

    assertThat(refused.mistakes())
        .containsExactly(
            "line 3 DOCUMENT_REUSED", "line 4 STATEMENT_OVERLAPS", "line 6 STATEMENT_OVERLAPS");
    assertThat(refused.text()).contains(first.get(0).getString("id"));
    assertThat(lender.get("/v1/statements?assignment=" + good.getString("id")).items()).isEmpty();
    assertThat(lender.get("/v1/uploads?limit=1").items().get(0).getString("state"))
        .isEqualTo("REFUSED");
  }

  @Test
  void a_correction_replaces_what_came_under_its_document() {
    var assignment = assignment("P-1");
    var document = name("D");
    var first = stated(send(HEADS + row(document, assignment, "P-1;;8;")).expect(201).json());

    var second =
        stated(send(HEADS + row(document, assignment, "P-1;;6,5;ja")).expect(201).json()).get(0);

    assertThat(second.getString("replaces")).isEqualTo(first.get(0).getString("id"));
    assertThat(second.getDouble("workedHours")).isEqualTo(6.5);
  }

  @Test
  void a_trial_tells_what_would_come_of_it_and_leaves_nothing() {
    var assignment = assignment("P-1");
    var file = HEADS + row(name("D"), assignment, "P-1;;8;");

    var trial = lender.post(FILES + "?validateOnly=true", CSV, file).expect(200).json();

    assertThat(trial.getJsonObject("counts").getMap()).containsEntry("new", 1);
    var those = "/v1/statements?assignment=" + assignment.getString("id");
    assertThat(lender.get(those).items()).isEmpty();
    send(file).expect(201);
  }

  @Test
  void a_workbook_and_pasted_lines_are_read_as_well_and_a_file_may_come_to_an_address() {
    var workbook =
        WorkbookFile.of(lines(HEADS + row(name("D"), assignment("P-1"), "P-1;2026-03-02;8;")));
    var pasted =
        (HEADS + row(name("E"), assignment("P-2"), "P-2;02-03-2026;8;")).replace(';', '\t');
    var announced =
        lender.post("/v1/uploads", JSON, "{\"kind\":\"statements\"}").expect(201).json();
    var address = "/v1/uploads/" + announced.getString("id");

    var book = lender.post(FILES, XLSX, workbook.bytes()).expect(201).json();
    lender.post(FILES, "text/plain", pasted).expect(201);
    var wrong =
        lender.send(
            "PUT", address + "/content", Optional.of(CSV), "Opdracht;Uren\nA;x\n".getBytes(UTF_8));

    assertThat(stated(book)).hasSize(1);
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(lender.get(address + "/errors.xlsx").status()).isEqualTo(200);
    assertThat(school.get(address).status()).isEqualTo(404);
  }

  @Test
  void a_file_with_a_bsn_is_refused_and_its_rows_are_not_kept() {
    var file =
        """
        Opdracht;Periode van;Periode tot en met;Persoon;Uren;BSN;Naam
        A-1;01-03-2026;31-03-2026;P-1;8;999990019;van 9999.90.019
        """;

    var refused = send(file).expect(400);

    assertThat(refused.mistakes())
        .containsExactly(
            "line 1 column 6 BSN_COLUMN",
            "line 2 column 6 TEXT_HOLDS_BSN",
            "line 2 column 7 TEXT_HOLDS_BSN");
    var upload = refused.json().getString("upload").replaceAll(".*/", "");
    assertThat(
            gateway
                .database()
                .texts("select rows_lack from intake.upload where upload_id = '" + upload + "'"))
        .containsExactly("BSN");
    assertThat(lender.get("/v1/uploads/" + upload + "/errors.xlsx").status()).isEqualTo(200);
  }

  @Test
  void heads_that_nobody_knows_are_looked_at_and_mapped_by_lenders_and_suppliers_only() {
    var file = "Klus;Periode van;Periode tot en met;Persoon;Uren\nA;01-03-2026;31-03-2026;P-1;8\n";
    var supplier = gateway.as(lenderId, Role.SUPPLIER);
    var seen = supplier.post(FILES + "/_preview", CSV, file).expect(200).json();
    var mapping = "/v1/statement-column-mappings/hours";

    var proposal =
        seen.getJsonArray("proposal").encode().replace("\"Klus\",\"field\":\"ignore\"", MAPPED);
    supplier.put(mapping, "{\"columns\":" + proposal + "}").expect(201);

    assertThat(seen.getJsonArray("mistakes").encode()).contains("COLUMN_MISSING");
    var now = supplier.post(FILES + "/_preview", CSV, file).expect(200).json();
    assertThat(now.getJsonArray("rows").getJsonObject(0).getJsonObject("cells").getMap())
        .containsEntry("assignment", "A")
        .containsEntry("workedHours", "8.00");
    assertThat(gateway.as(lenderId, Role.HR).get(mapping).status()).isEqualTo(403);
    assertThat(gateway.as(schoolId, Role.LENDER).get(mapping).status()).isEqualTo(404);
    supplier.put(mapping, "{\"columns\":[]}", "If-Match", "*").expect(200);
  }

  @Test
  void five_hundred_statements_are_taken_in_together_and_one_more_is_too_many() {
    var unknown = name("A");
    var file =
        IntStream.rangeClosed(1, 500)
            .mapToObj(i -> one(unknown + " " + i))
            .collect(
                Collectors.joining(
                    "", "Opdracht;Periode van;Periode tot en met;Persoon;Uren\n", ""));

    var taken = send(file).expect(201).json();
    var refused = send(file + one(unknown));

    assertThat(taken.getJsonObject("counts").getMap()).containsEntry("new", 500);
    assertThat(refused.mistakes()).containsExactly("line 502 FILE_TOO_LONG");
  }

  private static String one(String assignment) {
    return assignment + ";01-03-2026;31-03-2026;P-1;8\n";
  }

  private static Answer send(String file) {
    return lender.post(FILES, CSV, file);
  }

  private static String row(String document, JsonObject assignment, String rest) {
    return String.join(
        ";", document, assignment.getString("reference"), "02-03-2026", "08-03-2026", rest + "\n");
  }

  private static String[] lines(String csv) {
    return csv.lines().toArray(String[]::new);
  }

  private static List<JsonObject> stated(JsonObject taken) {
    return lender.get(taken.getString("resource")).items();
  }
}
