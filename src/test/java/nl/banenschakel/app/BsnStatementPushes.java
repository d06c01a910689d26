package nl.banenschakel.app;

import static nl.banenschakel.app.BsnPush.dotted;

import java.util.List;
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
    for (var path : List.of("/v1/assignments/", "/v1/statements/", "/v1/person-links?after=")) {
      push.add(path + "%s", bsn -> client.get(path + bsn));
    }
  }

  private void body(String path, String body) {
    for (var form : List.of("plain", "dotted")) {
      push.add(
          path + " with a " + form + " BSN in " + body,
          bsn -> client.post(path, JSON, body.formatted(form.equals("plain") ? bsn : dotted(bsn))));
    }
  }
}
