package nl.banenschakel.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.app.SampleFiles.NUMBER;

import java.util.List;
import java.util.Optional;

/** A BSN in every member of a control total. */
final class BsnTotalPushes {
  private final ApiClient client;
  private final BsnPush push;

  BsnTotalPushes(ApiClient client, BsnPush push) {
    this.client = client;
    this.push = push;
  }

  void addAll() {
    var total = "{\"loonheffingennummer\":\"" + NUMBER + "\",\"tijdvak\":\"2026-M01\",";
    for (var body :
        List.of(
            "{\"%s\":1}",
            total + "\"verloondeUren\":\"%s\"}",
            total + "\"verloondeUren\":1,\"relationships\":%s}",
            total + "\"verloondeUren\":1,\"source\":\"%s\"}",
            "{\"loonheffingennummer\":\"%sL01\",\"tijdvak\":\"%1$s\",\"verloondeUren\":1}")) {
      push.add(
          "control total with " + body,
          bsn ->
              client.send(
                  "PUT",
                  "/v1/control-totals",
                  Optional.of("application/json"),
                  body.formatted(bsn).getBytes(UTF_8)));
    }
  }
}
