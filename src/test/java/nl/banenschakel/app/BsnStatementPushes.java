package nl.banenschakel.app;

import static nl.banenschakel.app.BsnPush.dotted;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;

/**
 * A BSN in everything that is sent around assignments and statements; in a person link it belongs.
 */
final class BsnStatementPushes {
  private static final String JSON = "application/json";
  private static final String LINE =
      "{\"person\":\"P-1\",\"hourType\":\"HT100\",\"day\":\"2026-03-02\",\"workedHours\":8}";
  private static final String STATEMENT =
      "{\"document\":\"D-1\",\"assignment\":\"A-1\",\"firstDay\":\"2026-03-02\",\"lastDay\":\"2026-03-08\",\"lines\":["
          + LINE
          + "]}";

  private static final String TIMECARDS = "/v1/purchase-to-pay/timecard/";
  private static final String CARD =
      "{\"documentId\":{\"value\":\"D-2\",\"schemeAgencyId\":\"Supplier\"},\"supplier\":{\"legalId\":{\"value\":\"R-2\","
          + "\"schemeAgencyId\":\"RSIN\"}},\"person\":{\"id\":[{\"value\":\"P-2\",\"schemeAgencyId\":\"Supplier\"}],"
          + "\"name\":{\"formattedName\":\"Jan\"}},\"period\":{\"datePeriod\":{\"start\":\"2026-03-02\",\"end\":\"2026-03-08\"}},"
          + "\"staffingIds\":{\"assignmentId\":{\"value\":\"A-2\",\"schemeAgencyId\":\"Supplier\"}},\"timeInterval\":[{\"id\":{"
          + "\"value\":\"1\",\"schemeAgencyId\":\"Supplier\"},\"typeCode\":{\"value\":\"HT100\"},\"period\":{\"dateTimePeriod\":{"
          + "\"start\":\"2026-03-02T08:00:00\"}},\"timeTotal\":\"8.00\"}]}";
  private static final String XML_CARD =
      """
      <Timecard xmlns="https://ontology.setu.nl/messages">
        <documentId><value>D-2</value><schemeAgencyId>Supplier</schemeAgencyId></documentId>
        <supplier><legalId><value>R-2</value><schemeAgencyId>RSIN</schemeAgencyId></legalId></supplier>
        <person>
          <id><value>P-2</value><schemeAgencyId>Supplier</schemeAgencyId></id>
          <name><formattedName>Jan</formattedName></name>
        </person>
        <period><datePeriod><start>2026-03-02</start><end>2026-03-08</end></datePeriod></period>
        <staffingIds>
          <assignmentId><value>A-2</value><schemeAgencyId>Supplier</schemeAgencyId></assignmentId>
        </staffingIds>
        <timeInterval>
          <id><value>1</value><schemeAgencyId>Supplier</schemeAgencyId></id>
          <typeCode><value>HT100</value></typeCode>
          <period><dateTimePeriod><start>2026-03-02T08:00:00</start></dateTimePeriod></period>
          <timeTotal>8.00</timeTotal>
        </timeInterval>
      </Timecard>
      """;
  private static final String FILE =
      """
      Document;Opdracht;Periode van;Periode tot en met;Persoon;Uren;Urensoort;Factuurnummer;Naam
      D-1;A-1;01-03-2026;31-03-2026;P-1;8;HT100;F-1;x
      """;

  private final ApiClient client;
  private final BsnPush push;

  BsnStatementPushes(TestGateway gateway, UUID organisation, BsnPush push) {
    this.client = gateway.as(organisation, Role.LENDER, Role.SUPPLIER);
    this.push = push;
  }

  void addAll() {
    body(
        "/v1/person-links",
        "{\"reference\":\"P-1\",\"bsn\":\"%s\",\"legalGround\":\"wet-lb-28\",\"firstDay\":\"2026-01-01\"}");
    body(
        "/v1/person-links",
        "{\"reference\":\"P %s\",\"bsn\":\"%1$s\",\"legalGround\":\"%1$s\",\"firstDay\":\"%1$s\"}");
    body(
        "/v1/assignments",
        "{\"relation\":\"%s\",\"reference\":\"%1$s\",\"person\":\"%1$s\",\"purchaseOrder\":\"%1$s\",\"firstDay\":\"%1$s\"}");
    for (var told : List.of("D-1", "A-1", "P-1", "HT100", "2026-03-08", "2026-03-02")) {
      body("/v1/statements", STATEMENT.replace(told, "%1$s"));
      body("/v1/statements", STATEMENT.replace(told, told + " van %1$s"));
    }
    body("/v1/statements", STATEMENT.replace("\"workedHours\":8", "\"workedHours\":%s"));
    body(
        "/v1/statements",
        STATEMENT.replace("\"workedHours\":8", "\"bsn\":\"%s\",\"workedHours\":8"));
    body(
        "/v1/statements",
        STATEMENT.replace("\"lines\"", "\"invoices\":[{\"number\":\"%s\"}],\"lines\""));
    body("/v1/statements", STATEMENT.replace("\"lines\"", "\"replaces\":\"%s\",\"lines\""));
    timecards();
    earlierTimecards();
    for (var path : List.of("/v1/statement-files", "/v1/statement-files/_preview")) {
      for (var told :
          List.of("D-1", "A-1", "P-1", "HT100", "8", "x", "01-03-2026", "F-1", "Naam")) {
        file(path, FILE.replace(told, "%1$s"));
        file(path, FILE.replace(told, told + " van %1$s"));
      }
      file(path + "?source=%1$s", FILE);
      file(path + "?sheet=%1$s", FILE);
      file(path, "%1$s;8\n%1$s;4\n");
    }
    body("/v1/uploads", "{\"kind\":\"statements\",\"source\":\"%s\"}");
    for (var path : List.of("/v1/assignments/", "/v1/statements/", "/v1/person-links?after=")) {
      push.add(path + "%s", bsn -> client.get(path + bsn));
    }
  }

  private void timecards() {
    var told = List.of("D-2", "P-2", "A-2", "Jan", "R-2", "HT100", "2026-03-02T08:00:00", "8.00");
    for (var text : told) {
      timecard("application/json", CARD, text);
      timecard("application/xml", XML_CARD, text);
    }
    push.add(TIMECARDS + "%s", bsn -> client.get(TIMECARDS + bsn));
    push.add(
        "a version that is a BSN",
        bsn ->
            client.post(
                TIMECARDS + UUID.randomUUID(), "application/json", CARD, "setuVersionId", bsn));
  }

  private void earlierTimecards() {
    var card =
        SampleTimecards.card(
            "D-3",
            "corrected",
            "P-3",
            SampleTimecards.assignment("A-3"),
            SampleTimecards.line("L-3", "2026-03-02", "8.00", "actionCode=\"Change\""));
    var told =
        List.of("D-3", "P-3", "A-3", "L-3", "Jan", "39876", "Regular", "Change", "EUR", "8.00");
    for (var text : told) {
      for (var form : List.of("%s", "van %s")) {
        push.add(
            "/v1/timecard with %s for %s".formatted(form, text),
            bsn ->
                client.post(
                    "/v1/timecard",
                    "application/xml",
                    card.replace(text, form.formatted(bsn)),
                    SampleTimecards.version()));
      }
    }
    push.add(
        "/v1/timecard of a message version that is a BSN",
        bsn -> client.post("/v1/timecard", "application/xml", card, "messageVersion", bsn));
    push.add(
        "/v1/timecard/%s",
        bsn ->
            client.send(
                "PUT",
                "/v1/timecard/" + bsn,
                Optional.of("application/xml"),
                card.getBytes(StandardCharsets.UTF_8),
                SampleTimecards.version()));
  }

  private void timecard(String type, String card, String told) {
    for (var form : List.of("%s", "van %s")) {
      push.add(
          "%s with %s for %s in %s".formatted(TIMECARDS, form, told, type),
          bsn ->
              client.post(
                  TIMECARDS + UUID.randomUUID(),
                  type,
                  card.replace(told, form.formatted(bsn)),
                  "setuVersionId",
                  "2.0"));
    }
  }

  private void file(String path, String csv) {
    push.add(
        path + " with a BSN in " + csv,
        bsn -> {
          var target = path.formatted(bsn);
          var answer = client.post(target, "text/csv", csv.formatted(bsn));
          if (answer.status() == 400 && answer.json().containsKey("upload")) {
            client.get(answer.json().getString("upload") + "/errors.xlsx");
          }
        });
  }

  private void body(String path, String body) {
    for (var form : List.of("plain", "dotted")) {
      push.add(
          path + " with a " + form + " BSN in " + body,
          bsn -> client.post(path, JSON, body.formatted(form.equals("plain") ? bsn : dotted(bsn))));
    }
  }
}
