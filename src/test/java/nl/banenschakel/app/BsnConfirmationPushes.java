package nl.banenschakel.app;

import static nl.banenschakel.app.BsnPush.dotted;

import java.util.List;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;

/** A BSN in everything that is said of stated hours: it is read before the statement is found. */
final class BsnConfirmationPushes {
  private static final String ONE =
      "/v1/statements/0197a3c4-0000-7e21-b0aa-90c1d2e3f001/confirmations";
  private static final String ANSWER =
      "{\"lines\":[{\"position\":1,\"step\":\"adjust\",\"workedHours\":7.5,\"reason\":\"other\","
          + "\"note\":\"bij nader inzien\"}]}";

  private final ApiClient client;
  private final BsnPush push;

  BsnConfirmationPushes(TestGateway gateway, UUID organisation, BsnPush push) {
    this.client = gateway.as(organisation, Role.FINANCE, Role.LENDER);
    this.push = push;
  }

  void addAll() {
    for (var told : List.of("adjust", "other", "bij nader inzien", "note")) {
      body(ANSWER.replace(told, told + " %1$s"));
      body(ANSWER.replace(told, "%1$s"));
    }
    body(ANSWER.replace("7.5", "%s"));
    body(ANSWER.replace("\"position\":1", "\"position\":%s"));
    body("{\"remaining\":\"%s\"}");
    push.add("waitsFor", bsn -> client.get("/v1/confirmations?waitsFor=" + bsn));
    push.add("confirmations", bsn -> client.get("/v1/statements/" + bsn + "/confirmations"));
  }

  private void body(String body) {
    push.add("a BSN in " + body, bsn -> client.post(ONE, "application/json", body.formatted(bsn)));
    push.add(
        "a dotted BSN in " + body,
        bsn -> client.post(ONE, "application/json", body.formatted(dotted(bsn))));
  }
}
