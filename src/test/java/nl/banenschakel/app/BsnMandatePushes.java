package nl.banenschakel.app;

import static nl.banenschakel.app.BsnPush.dotted;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.UUID;

/** A BSN in everything that is sent around a mandate, and in who calls by one. */
final class BsnMandatePushes {
  private static final String JSON = "application/json";
  private static final String DRAFT =
      "{\"representative\":\"%s\",\"representativeName\":\"%s\",\"roles\":[\"%s\"],"
          + "\"firstDay\":\"2026-01-01\",\"lastDay\":\"2098-12-31\"}";

  private final ApiClient client;
  private final BsnPush push;

  BsnMandatePushes(ApiClient client, BsnPush push) {
    this.client = client;
    this.push = push;
  }

  void addAll() {
    for (var form : List.of("plain", "dotted")) {
      push.add(
          "mandate with a " + form + " BSN in its name",
          bsn -> give(UUID.randomUUID().toString(), sent(form, bsn), "hr"));
      push.add(
          "mandate with a " + form + " BSN as representative and role",
          bsn -> give(sent(form, bsn), "Bureau", sent(form, bsn)));
    }
    push.add("mandate in the path", bsn -> client.get("/v1/mandates/" + bsn));
    push.add(
        "organisation in the header", bsn -> client.get("/v1/mandates", "Organisation-Id", bsn));
  }

  @CanIgnoreReturnValue
  private Answer give(String representative, String name, String role) {
    return client.post("/v1/mandates", JSON, DRAFT.formatted(representative, name, role));
  }

  private static String sent(String form, String bsn) {
    return form.equals("plain") ? bsn : dotted(bsn);
  }
}
