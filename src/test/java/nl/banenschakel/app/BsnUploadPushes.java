package nl.banenschakel.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.app.SampleFiles.NUMBER;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;

/**
 * A BSN around an upload with an address, and in every place of a question about reports and years.
 */
final class BsnUploadPushes {
  private static final String JSON = "application/json";

  /** Where a draft of an upload may hold one. */
  private static final List<String> DRAFTS =
      List.of(
          "{\"kind\":\"%s\"}",
          "{\"%s\":\"contracts\"}",
          "{\"kind\":\"contracts\",\"loonheffingennummer\":\"%sL01\",\"delivery\":\"full\"}",
          "{\"kind\":\"contracts\",\"loonheffingennummer\":\"" + NUMBER + "\",\"delivery\":\"%s\"}",
          "{\"kind\":\"contracts\",\"loonheffingennummer\":\""
              + NUMBER
              + "\",\"delivery\":\"full\",\"source\":\"%s\"}",
          "{\"kind\":\"contracts\",\"loonheffingennummer\":\""
              + NUMBER
              + "\",\"delivery\":\"full\",\"sheet\":\"%s\"}",
          "{\"kind\":\"register-snapshot\",\"loonheffingennummer\":\""
              + NUMBER
              + "\",\"peildatum\":\"%s\"}",
          "%s");

  private static final List<String> REPORTS =
      List.of(
          "/v1/reports/reconciliation?run=%s",
          "/v1/reports/reconciliation?asOf=%s",
          "/v1/reports/reconciliation?csv=%s",
          "/v1/reports/breakdown?run=%s",
          "/v1/reports/breakdown?run=00000000-0000-0000-0000-000000000000&by=%s",
          "/v1/reports/breakdown?csv=%s",
          "/v1/reports/corrections?run=%s",
          "/v1/reports/corrections?csv=%s");

  private static final List<String> YEARS =
      List.of(
          "/v1/years?x=%s",
          "/v1/years/%s",
          "/v1/years/%s/contracts",
          "/v1/years/%s/left-behind",
          "/v1/years/2026?opening=%s",
          "/v1/years/2026/contracts?after=%s",
          "/v1/years/2026/contracts?change=%s",
          "/v1/years/2026/left-behind?reason=%s",
          "/v1/years/2026/left-behind?limit=%s");

  private final ApiClient client;
  private final BsnPush push;

  BsnUploadPushes(TestGateway gateway, UUID organisation, BsnPush push) {
    this.client = gateway.as(organisation, Role.HR, Role.PAYROLL, Role.FINANCE);
    this.push = push;
  }

  void addAll() {
    for (var draft : DRAFTS) {
      push.add("upload announced with " + draft, bsn -> announce(draft.formatted(bsn)));
    }
    push.add("contracts sent to an upload", bsn -> send("contracts", contracts(bsn)));
    push.add("contract sent to an upload", bsn -> send("contracts", accepted(bsn)));
    push.add(
        "list sent to an upload",
        bsn -> send("register-snapshot", "BSN\n" + bsn + "\nx" + bsn + "\n"));
    push.add("media type sent to an upload", this::sendAs);
    push.add(
        "upload called off",
        bsn -> client.send("DELETE", "/v1/uploads/" + bsn, Optional.empty(), new byte[0]));
    push.add("uploads in a state", bsn -> client.get("/v1/uploads?state=" + bsn));
    for (var path : REPORTS) {
      push.add(
          "report " + path,
          bsn -> client.get(path.formatted(bsn), "Loonheffingennummer", bsn + "L01"));
    }
    for (var path : YEARS) {
      push.add("year " + path, bsn -> client.get(path.formatted(bsn)));
    }
    for (var body :
        List.of("{\"year\":%s}", "{\"year\":\"%s\"}", "{\"%s\":2026}", "{\"year\":2026.%s}")) {
      push.add(
          "year opened with " + body, bsn -> client.post("/v1/years", JSON, body.formatted(bsn)));
    }
    push.add(
        "year refreshed",
        bsn ->
            client.send(
                "POST", "/v1/years/%s/_refresh".formatted(bsn), Optional.empty(), new byte[0]));
  }

  @CanIgnoreReturnValue
  private Answer announce(String draft) {
    return client.post("/v1/uploads", JSON, draft);
  }

  private void send(String kind, String csv) {
    var draft =
        kind.equals("contracts")
            ? ",\"delivery\":\"changes\",\"source\":\"uploads\"}"
            : ",\"peildatum\":\"2026-04-01\"}";
    var announced =
        announce("{\"kind\":\"%s\",\"loonheffingennummer\":\"%s\"".formatted(kind, NUMBER) + draft);
    var id = announced.expect(201).json().getString("id");
    put(id, "text/csv", csv);
    client.get("/v1/uploads/" + id).expect(200);
    client.get("/v1/uploads/" + id + "/errors.xlsx");
  }

  private void sendAs(String bsn) {
    var id = announce("{\"kind\":\"wage-return\"}").expect(201).json().getString("id");
    put(id, "text/" + bsn, bsn);
    put(id, "application/xml", "<" + "x" + bsn + ">" + bsn);
  }

  private void put(String id, String type, String body) {
    client.send("PUT", "/v1/uploads/" + id + "/content", Optional.of(type), body.getBytes(UTF_8));
  }

  private static String accepted(String bsn) {
    return "Personeelsnummer;BSN;Begindatum;Uren\nU-1;%s;2024-01-01;20\n".formatted(bsn);
  }

  private static String contracts(String bsn) {
    return "Personeelsnummer;BSN;Begindatum;Uren;Afdeling\n%1$s;%1$s;%1$s;%1$s;bij %1$s\n"
        .formatted(bsn);
  }
}
