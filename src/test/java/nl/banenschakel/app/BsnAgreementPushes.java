package nl.banenschakel.app;

import static nl.banenschakel.app.BsnPush.dotted;

import java.util.List;

/** A BSN in everything that is sent around an agreement, also where it would be kept and shown. */
final class BsnAgreementPushes {
  private static final String JSON = "application/json";
  private static final String RELATION =
      "{\"kind\":\"uitzend\",\"side\":\"receiver\",\"counterpartyName\":\"Werkpool\","
          + "\"firstDay\":\"2026-01-01\"}";
  private static final String TERMS =
      "{\"component\":\"lkv\",\"basis\":\"percentage-of-received\",\"payer\":\"provider\","
          + "\"tiers\":[{\"above\":0,\"rate\":40}]}";
  private static final String DRAFT =
      "{\"validFrom\":\"2026-01-01\",\"regime\":\"act-2025\",\"channel\":\"form\","
          + "\"silence\":\"accepts\",\"terms\":["
          + TERMS
          + "]}";

  private final ApiClient client;
  private final BsnPush push;

  BsnAgreementPushes(ApiClient client, BsnPush push) {
    this.client = client;
    this.push = push;
  }

  void addAll() {
    var relation = client.post("/v1/relations", JSON, RELATION).expect(201).json().getString("id");
    var list = "/v1/relations/" + relation + "/agreements";
    var drafted = client.post(list, JSON, DRAFT).expect(201).json().getString("agreement");
    var one = "/v1/agreements/" + drafted;
    for (var text : List.of("2026-01-01", "act-2025", "form", "lkv", "provider")) {
      body(list, DRAFT.replace("\"" + text + "\"", "\"%s\""));
    }
    body(list, DRAFT.replace("40", "%s"));
    body(list + "/_simulate", DRAFT.replace("40", "%s"));
    body(list, DRAFT.replace("\"silence\"", "\"%s\""));
    body(one + "/_accept", "{\"hash\":\"%s\"}");
    body(one + "/_decline", "{\"reason\":\"Vanwege %s\"}");
    body(one + "/_end", "{\"lastDay\":\"%s\",\"reason\":\"Vanwege %1$s\"}");
    body(one + "/_explain", "{\"persons\":%s,\"verloondeUrenPerPerson\":%1$s,\"bonus\":\"%1$s\"}");
    push.add("agreement in the path", bsn -> client.get("/v1/agreements/" + bsn));
    push.add("version in the path", bsn -> client.get(one + "/versions/" + bsn));
  }

  private void body(String path, String body) {
    for (var form : List.of("plain", "dotted")) {
      push.add(
          path.replaceAll("[0-9a-f-]{36}", "{id}") + " with a " + form + " BSN in " + body,
          bsn -> client.post(path, JSON, body.formatted(form.equals("plain") ? bsn : dotted(bsn))));
    }
  }
}
