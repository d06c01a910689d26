package nl.banenschakel.year;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.testing.GoldenCase.Row;

/** An employer where Anna, Bas, Cas and Dirk work, at the end of a year. */
final class YearEmployer {
  static final String EMPLOYER = "001000275";
  private static final String JSON = "application/json";
  private static final Map<String, String> BSNS =
      Map.of(
          "Anna", SampleFiles.ANNA,
          "Bas", SampleFiles.BAS,
          "Cas", SampleFiles.CAS,
          "Dirk", "999995492");

  final UUID id;
  final ApiClient client;

  /** With these numbers, such as {@code L01}. */
  YearEmployer(TestGateway gateway, String... numbers) {
    id =
        gateway.createOrganisation(
            "Jaarovergang", Stream.of(numbers).map(EMPLOYER::concat).toArray(String[]::new));
    client = gateway.as(id, Role.HR, Role.PAYROLL);
  }

  /** Delivers contracts.csv, all contracts of a number together. */
  void contracts(List<Row> rows) {
    rows.stream()
        .map(row -> row.get("levering") + row.get("nummer"))
        .distinct()
        .sorted()
        .forEach(
            delivery ->
                deliver(
                    delivery.substring(1),
                    rows.stream()
                        .filter(it -> (it.get("levering") + it.get("nummer")).equals(delivery))));
  }

  /** Delivers all contracts of a number: lines of personnel number, BSN, days, hours, number. */
  @CanIgnoreReturnValue
  Answer contracts(String number, String... lines) {
    var head = "Personeelsnummer;BSN;Begindatum;Einddatum;Uren per week;Contractnummer\n";
    return client
        .postContracts(EMPLOYER + number, head + String.join("\n", lines) + "\n")
        .expect(201);
  }

  /** Delivers a row of evidence.csv. */
  void evidence(Row row) {
    var bsns = Stream.of(row.get("wie").split(" ")).map(YearEmployer::bsn).toList();
    var draft =
        new JsonObject()
            .put("loonheffingennummer", EMPLOYER + row.get("nummer"))
            .put("peildatum", row.get("peildatum"));
    if (row.get("bewijs").equals("lijst")) {
      client
          .post("/v1/register-snapshots", JSON, draft.put("bsns", new JsonArray(bsns)).encode())
          .expect(201);
    } else {
      var answer =
          new JsonObject()
              .put("bsn", bsns.get(0))
              .put("answer", row.get("antwoord"))
              .put("signedOutOn", row.get("uitgeschreven op"));
      draft.put("answers", new JsonArray().add(answer));
      client.post("/v1/register-answers", JSON, draft.encode()).expect(201);
    }
  }

  /** Delivers the full return of a tijdvak. */
  void wageReturn(String number, String code) {
    var tijdvak = Tijdvak.parse(code);
    var block =
        "<TijdvakAangifte><DatAanvTv>%s</DatAanvTv><DatEindTv>%s</DatEindTv><VolledigeAangifte>%s"
            .formatted(
                tijdvak.start(),
                tijdvak.end(),
                SampleFiles.relationship("E-1", SampleFiles.ANNA, 80));
    var xml =
        SampleFiles.message(
            "JAAR-" + code,
            tijdvak.end().plusDays(10) + "T09:00:00",
            block + "</VolledigeAangifte></TijdvakAangifte>");
    client.postWageReturn(xml.replace(SampleFiles.NUMBER, EMPLOYER + number)).expect(201);
  }

  /** Puts a mandate to fetch the list on record. */
  void mandate(Row row) {
    var draft =
        new JsonObject()
            .put("loonheffingennummer", EMPLOYER + row.get("nummer"))
            .put("holder", "Bureau")
            .put("covers", new JsonArray().add("list"))
            .put("firstDay", row.get("begin"))
            .put("lastDay", row.get("einde"));
    client.post("/v1/register-mandates", JSON, draft.encode()).expect(201);
  }

  Answer open(int year) {
    return client.post("/v1/years", JSON, "{\"year\":%d}".formatted(year));
  }

  /** All rows of an opening as expected.csv has them, sorted. */
  List<String> rows(int year) {
    return rows(year, "");
  }

  /** The same with more of a query, such as {@code &change=added}. */
  List<String> rows(int year, String query) {
    var rows = new ArrayList<String>();
    pages("/v1/years/%d/contracts?limit=200%s".formatted(year, query))
        .forEach(it -> rows.add(carried(it)));
    pages("/v1/years/%d/left-behind?limit=200%s".formatted(year, query))
        .forEach(it -> rows.add(left(it)));
    return rows.stream().sorted().toList();
  }

  /** Every item of a list, page by page. */
  List<JsonObject> pages(String target) {
    var items = new ArrayList<JsonObject>();
    var next = Optional.of("");
    while (next.isPresent()) {
      var page = client.get(target + next.get()).expect(200).json();
      page.getJsonArray("items").forEach(it -> items.add((JsonObject) it));
      next = Optional.ofNullable(page.getString("next")).map(it -> "&after=" + it);
    }
    return items;
  }

  /** Types of the events about years. */
  List<String> events() {
    return client.get("/v1/events?limit=200").items().stream()
        .map(event -> event.getString("type"))
        .filter(type -> type.contains("year"))
        .map(type -> type.replaceAll("nl.banenafspraak.(.*).v1", "$1"))
        .toList();
  }

  private void deliver(String number, Stream<Row> rows) {
    contracts(
        number,
        rows.map(
                row -> {
                  var ids = (row.get("personeelsnummer") + "/").split("/", -1);
                  return String.join(
                      ";",
                      ids[0],
                      bsn(row.get("wie")),
                      row.get("begin"),
                      row.get("einde"),
                      row.get("uren"),
                      ids[1]);
                })
            .toArray(String[]::new));
  }

  private static String carried(JsonObject row) {
    return "mee;%s;%s;%.2f;;"
        .formatted(
            number(row), row.getString("personnelNumber"), row.getDouble("contractHoursPerWeek"));
  }

  private static String left(JsonObject row) {
    var today = LocalDate.now(Netherlands.ZONE).toString();
    return Stream.of(
            "achter",
            number(row),
            row.getString("personnelNumber", ""),
            row.getString("reason"),
            row.getString("tijdvak", ""),
            row.getString("day", ""))
        .map(cell -> Optional.ofNullable(cell).orElse("").replace(today, "vandaag"))
        .collect(Collectors.joining(";"));
  }

  private static String number(JsonObject row) {
    return row.getString("loonheffingennummer").substring(EMPLOYER.length());
  }

  private static String bsn(String name) {
    return requireNonNull(BSNS.get(name), name);
  }
}
