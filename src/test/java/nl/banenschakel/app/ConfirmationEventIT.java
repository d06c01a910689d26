package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told of what one says of stated hours. */
class ConfirmationEventIT extends AnsweredHours {
  @Test
  void both_are_told_of_what_one_says() {
    var receipt = stated("8");

    say(school, receipt, step(1, "confirm")).expect(200);

    for (var client : List.of(school, lender)) {
      assertThat(told(client, receipt)).containsExactly("confirmed receiver 1");
    }
    assertThat(told(stranger, receipt)).isEmpty();
  }

  /** Of all events, a page at a time. */
  private static List<String> told(ApiClient client, JsonObject receipt) {
    var told = new ArrayList<String>();
    var page = client.get("/v1/events?limit=200").expect(200).json();
    while (true) {
      page.getJsonArray("items").stream()
          .map(JsonObject.class::cast)
          .filter(event -> event.getString("dataref").equals(confirmations(receipt)))
          .map(event -> event.getJsonObject("data"))
          .forEach(
              data ->
                  told.add(
                      "%s %s %s"
                          .formatted(
                              data.getString("state"),
                              data.getString("by"),
                              data.getString("lines"))));
      if (page.getString("next") == null) {
        return told;
      }
      page = client.get(page.getString("next")).expect(200).json();
    }
  }
}
