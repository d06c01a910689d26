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
                    "/v1/contract-files/_preview")
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
    push.add("sheet that is asked for", bsn -> preview("?sheet=" + bsn, "x"));
    push.add("ready-made mapping that is asked for", bsn -> preview("?mapping=" + bsn, "x"));
    push.add("file without heads, looked at", bsn -> preview("", bsn + ";x\n" + bsn + ";y\n"));
    push.add("rows that are looked at", bsn -> preview("", contracts(bsn)));
    for (var column :
        List.of("\"head\":\"%s\",\"field\":\"bsn\"", "\"head\":\"a\",\"field\":\"%s\"")) {
      push.add(
          "mapping with " + column,
          bsn -> put("leak", "{\"columns\":[{" + column.formatted(bsn) + "}]}"));
    }
    push.add("mapping of the source", bsn -> put(bsn, SampleFiles.COLUMN_MAPPING));
  }

  private static WorkbookFile sheet(String... rows) {
    return new WorkbookFile().sheet("Blad1", rows);
  }

  private static String contracts(String bsn) {
    return "Personeelsnummer;BSN;Begindatum;Uren;Afdeling\n%1$s;%1$s;%1$s;%1$s;bij %1$s\n"
        .formatted(bsn);
  }

  private void preview(String query, String csv) {
    client.post("/v1/contract-files/_preview" + query, "text/csv", csv);
  }

  private void put(String source, String json) {
    client.put("/v1/column-mappings/" + source, json, "If-Match", "*");
  }

  private void post(String path, String type, byte[] body) {
    client.post(path, type, body, "Loonheffingennummer", NUMBER);
  }
}
