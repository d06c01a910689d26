package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.testing.WorkbookFile.number;
import static nl.banenschakel.testing.WorkbookFile.row;
import static nl.banenschakel.testing.WorkbookFile.shared;
import static nl.banenschakel.testing.WorkbookFile.text;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.testing.WorkbookFile;

/** A BSN in every part of a workbook, in a look at a file, and in a mapping of columns. */
final class BsnTablePushes {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final Map<String, Function<String, WorkbookFile>> WORKBOOKS =
      Map.of(
          "text", bsn -> WorkbookFile.of("BSN;x", bsn + ";" + bsn),
          "head", bsn -> WorkbookFile.of("BSN;" + bsn, ANNA + "8;x"),
          "number", bsn -> sheet(row(text("Personeelsnummer")), row(number(bsn, 0))),
          "fraction", bsn -> sheet(row(text("BSN")), row(number(bsn + ".5", 0))),
          "day", bsn -> sheet(row(text("BSN")), row(number(bsn, 1))),
          "string", bsn -> sheet(row(text("BSN")), row(shared(0), shared(9))).strings(bsn + "1"),
          "formula", bsn -> sheet(row("<c><f>" + bsn + "</f><v>" + bsn + "x</v></c>")),
          "address", bsn -> sheet(row("<c r=\"" + bsn + "\"><v>1</v></c>")),
          "sheet", bsn -> new WorkbookFile().sheet(bsn, row(text("x"))),
          "part", bsn -> WorkbookFile.of("x").part("xl/" + bsn + ".xml", "<" + bsn));

  private final ApiClient client;
  private final BsnPush push;

  BsnTablePushes(TestGateway gateway, UUID organisation, BsnPush push) {
    this.client = gateway.as(organisation, Role.HR);
    this.push = push;
  }

  void addAll() {
    WORKBOOKS.forEach(
        (part, file) ->
            List.of(
                    "/v1/register-snapshots?peildatum=2026-04-01",
                    "/v1/register-answers?peildatum=2026-04-01",
                    "/v1/contract-files?delivery=changes",
                    "/v1/contract-files/_preview",
                    "/v1/register-snapshots/_preview",
                    "/v1/register-answers/_preview")
                .forEach(
                    path ->
                        push.add(
                            "workbook, " + part + ", to " + path,
                            bsn -> post(path, XLSX, file.apply(bsn).bytes()))));
    push.add(
        "workbook with the mistakes of a refused file",
        bsn -> {
          var refused = client.postContracts(NUMBER, contracts(bsn) + "x\n");
          client.get(refused.json().getString("upload") + "/errors.xlsx");
        });
    push.add(
        "ready-made mapping that is asked for",
        bsn -> preview("/v1/contract-files", "?mapping=" + bsn, "x"));
    addColumns("/v1/contract-files", "/v1/column-mappings/");
    addColumns("/v1/register-snapshots", "/v1/register-snapshot-column-mappings/");
    addColumns("/v1/register-answers", "/v1/register-answer-column-mappings/");
  }

  private void addColumns(String files, String mappings) {
    push.add("sheet of " + files, bsn -> preview(files, "?sheet=" + bsn, "x"));
    push.add("source of " + files, bsn -> preview(files, "?source=" + bsn, "x"));
    push.add(
        "first row of " + files + " that is data, looked at",
        bsn -> preview(files, "", "%1$s;in;%1$s\n%1$s;x;%1$s\n".formatted(bsn)));
    push.add(
        "head of " + files + " that is looked at",
        bsn -> preview(files, "", "Naam;%1$s;BSN %1$s\n%1$s;in;y\n".formatted(bsn)));
    push.add("rows of " + files + ", looked at", bsn -> preview(files, "", contracts(bsn)));
    push.add("answers to " + files + ", looked at", bsn -> preview(files, "", answers(bsn)));
    for (var column :
        List.of("\"head\":\"%s\",\"field\":\"bsn\"", "\"head\":\"a\",\"field\":\"%s\"")) {
      push.add(
          mappings + " with " + column,
          bsn -> put(mappings + "uwv", "{\"columns\":[{" + column.formatted(bsn) + "}]}"));
    }
    push.add(mappings + " of the source", bsn -> put(mappings + bsn, SampleFiles.COLUMN_MAPPING));
  }

  private static WorkbookFile sheet(String... rows) {
    return new WorkbookFile().sheet("Blad1", rows);
  }

  private static String contracts(String bsn) {
    return "Personeelsnummer;BSN;Begindatum;Uren;Afdeling\n%1$s;%1$s;%1$s;%1$s;bij %1$s\n"
        .formatted(bsn);
  }

  private static String answers(String bsn) {
    return "BSN;antwoord;van;tot\n%1$s;%1$s;%1$s;%1$s\n".formatted(bsn);
  }

  private void preview(String files, String query, String csv) {
    client.post(files + "/_preview" + query, "text/csv", csv);
  }

  private void put(String mapping, String json) {
    client.put(mapping, json, "If-Match", "*");
  }

  private void post(String path, String type, byte[] body) {
    client.post(path, type, body, "Loonheffingennummer", NUMBER);
  }
}
