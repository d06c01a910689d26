package nl.banenschakel.app;

import static nl.banenschakel.app.BsnPush.dotted;

import java.util.List;

/** A BSN in everything that is sent around a relation, also where it would be kept and shown. */
final class BsnRelationPushes {
  private static final String JSON = "application/json";
  private static final String BEGIN =
      "{\"kind\":\"uitzend\",\"side\":\"receiver\",\"counterpartyName\":\"%s\",\"firstDay\":\"2026-01-01\"}";

  private final ApiClient client;
  private final BsnPush push;

  BsnRelationPushes(ApiClient client, BsnPush push) {
    this.client = client;
    this.push = push;
  }

  void addAll() {
    var relation =
        client.post("/v1/relations", JSON, BEGIN.formatted("Werkpool")).expect(201).json();
    var one = "/v1/relations/" + relation.getString("id");
    body("/v1/relations", BEGIN);
    body("/v1/relations", "{\"kind\":\"%s\",\"side\":\"%1$s\",\"firstDay\":\"%1$s\"}");
    body(one + "/_end", "{\"lastDay\":\"2099-12-31\",\"reason\":\"Vanwege %s\"}");
    body(
        one + "/admissions",
        "{\"number\":\"%s\",\"document\":\"%1$s\",\"checkedOn\":\"2027-01-04\"}");
    body(one + "/invitations", "{\"recipient\":\"%s@werkpool.example\"}");
    body(one + "/invitations", "{\"recipient\":\"x\",\"email\":\"%s@werkpool.example\"}");
    body("/v1/relation-invitations/_open", "{\"link\":\"%s\"}");
    push.add("relation in the path", bsn -> client.get("/v1/relations/" + bsn));
    push.add(
        "invitation in the path",
        bsn -> client.get(one + "/invitations/%s?after=%1$s".formatted(bsn)));
  }

  private void body(String path, String body) {
    for (var form : List.of("plain", "dotted")) {
      push.add(
          path.replaceAll("[0-9a-f-]{36}", "{id}") + " with a " + form + " BSN in " + body,
          bsn -> client.post(path, JSON, body.formatted(form.equals("plain") ? bsn : dotted(bsn))));
    }
  }
}
