package nl.banenschakel.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.testing.GoldenCase;

/** An employer with two numbers where Anna, Bas and Cas work, and what the register told it. */
final class RegisterEmployer {
  private static final String NUMBER = "001000275";
  private static final Map<String, String> BSNS =
      Map.of(
          "Anna", SampleFiles.ANNA,
          "Bas", SampleFiles.BAS,
          "Cas", SampleFiles.CAS,
          "Dirk", "999995492");

  private final UUID id;
  private final ApiClient client;
  private final List<String> evidence = new ArrayList<>();
  private final List<Instant> delivered = new ArrayList<>();
  private final Map<String, String> people;

  RegisterEmployer(TestGateway gateway, String name) {
    id = gateway.createOrganisation(name, NUMBER + "L01", NUMBER + "L02");
    client = gateway.as(id, Role.HR, Role.PAYROLL);
    client.postContracts(NUMBER + "L01", SampleFiles.CONTRACTS).expect(201);
    var ids =
        client.get("/v1/contracts").items().stream()
            .collect(
                Collectors.toMap(
                    contract -> contract.getString("personnelNumber"),
                    contract ->
                        contract.getJsonArray("parts").getJsonObject(0).getString("personId")));
    people = Map.of("Anna", ids.get("E-1"), "Bas", ids.get("E-2"), "Cas", ids.get("E-3"));
  }

  UUID id() {
    return id;
  }

  ApiClient client() {
    return client;
  }

  /** Delivers a row of evidence.csv. */
  void deliver(GoldenCase.Row row) {
    var path =
        row.get("bewijs").equals("lijst") ? "/v1/register-snapshots" : "/v1/register-answers";
    var draft =
        new JsonObject()
            .put("loonheffingennummer", NUMBER + row.get("nummer"))
            .put("peildatum", row.get("peildatum"));
    if (row.get("bewijs").equals("lijst")) {
      draft.put("bsns", new JsonArray(bsns(row.get("wie"))));
    } else {
      draft.put("answers", new JsonArray().add(answer(row)));
    }
    var upload = client.post(path, "application/json", draft.encode()).expect(201).json();
    evidence.add(upload.getString("resource").replaceAll(".*/", ""));
    delivered.add(Instant.now());
  }

  /** A row of expected.csv as it is found. */
  String presence(GoldenCase.Row row) {
    var target =
        "/v1/persons/%s/presence?from=%s".formatted(people.get(row.get("wie")), row.get("tijdvak"));
    var after = row.get("zoals bekend na");
    if (!after.isEmpty()) {
      var moment = delivered.get(Integer.parseInt(after) - 1).toString();
      target += "&asOf=" + URLEncoder.encode(moment, UTF_8);
    }
    var found =
        client
            .get(target, "Loonheffingennummer", NUMBER + row.get("nummer"))
            .expect(200)
            .json()
            .getJsonArray("items")
            .getJsonObject(0);
    return String.join(
        ";",
        row.get("wie"),
        row.get("nummer"),
        found.getString("tijdvak"),
        found.getString("presence"),
        rowsOf(found.getJsonArray("evidence")),
        after);
  }

  /** A row of question.csv: one who may work here, and why that one is not on the list. */
  JsonObject explanation(GoldenCase.Row row) {
    var bsn = bsns(row.get("wie")).get(0);
    if (!row.get("in dienst bij").isEmpty()) {
      var contract = SampleFiles.contractItem("D-1", bsn, 24).put("startDate", row.get("sinds"));
      var draft =
          new JsonObject()
              .put("loonheffingennummer", NUMBER + row.get("in dienst bij"))
              .put("items", new JsonArray().add(contract));
      client.post("/v1/contracts", "application/json", draft.encode()).expect(201);
    }
    var question =
        new JsonObject()
            .put("loonheffingennummer", NUMBER + row.get("nummer"))
            .put("bsn", bsn)
            .put("day", row.get("dag"));
    return client
        .post("/v1/persons/_explain", "application/json", question.encode())
        .expect(200)
        .json();
  }

  /** The rows of evidence.csv that are referred to, such as {@code 1+2}. */
  String rowsOf(JsonArray found) {
    return found.stream()
        .map(JsonObject.class::cast)
        .map(piece -> String.valueOf(evidence.indexOf(piece.getString("id")) + 1))
        .collect(Collectors.joining("+"));
  }

  private static JsonObject answer(GoldenCase.Row row) {
    var answer =
        new JsonObject().put("bsn", bsns(row.get("wie")).get(0)).put("answer", row.get("antwoord"));
    Map.of("from", "van", "until", "tot en met", "signedOutOn", "uitgeschreven op")
        .forEach(
            (member, column) -> {
              if (!row.get(column).isEmpty()) {
                answer.put(member, row.get(column));
              }
            });
    return answer;
  }

  private static List<String> bsns(String names) {
    return Stream.of(names.split(" ")).map(name -> requireNonNull(BSNS.get(name), name)).toList();
  }
}
