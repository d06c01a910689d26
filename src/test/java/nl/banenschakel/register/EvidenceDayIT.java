package nl.banenschakel.register;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.register.connector.TurnedClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No evidence speaks of a day that has not come: it would be the newest until then. */
class EvidenceDayIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 15);
  private static final String TOMORROW = TODAY.plusDays(1).toString();
  private static final String LISTS = "/v1/register-snapshots";
  private static final String ANSWERS = "/v1/register-answers";
  private static final TurnedClock CLOCK = new TurnedClock(TODAY);

  private static TestGateway gateway;
  private static ApiClient client;

  @BeforeAll
  static void start() {
    gateway = TestGateway.at(CLOCK);
    client = gateway.as(gateway.createOrganisation("Voorbeeld Zorg", NUMBER), Role.HR);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void a_list_or_an_answer_of_a_day_to_come_is_refused_however_it_comes() {
    CLOCK.turnTo(TODAY);

    assertThat(file(LISTS, ANNA).mistakes()).containsExactly("query peildatum PEILDATUM_AHEAD");
    assertThat(file(ANSWERS, ANNA + ";in").mistakes())
        .containsExactly("query peildatum PEILDATUM_AHEAD");
    assertThat(json(LISTS, list(TOMORROW)).mistakes())
        .containsExactly("/peildatum PEILDATUM_AHEAD");
    assertThat(json(ANSWERS, answers().put("peildatum", TOMORROW)).mistakes())
        .containsExactly("/peildatum PEILDATUM_AHEAD");
    assertThat(json("/v1/uploads", announced().put("peildatum", TOMORROW)).mistakes())
        .containsExactly("/peildatum PEILDATUM_AHEAD");
    assertThat(json(LISTS, list(TODAY.toString()).put("updatedTo", TOMORROW)).mistakes())
        .containsExactly("/updatedTo PEILDATUM_AHEAD");
    assertThat(client.get(LISTS).items()).isEmpty();
  }

  @Test
  void the_day_begins_when_it_does_in_the_netherlands() {
    CLOCK.turnTo(Instant.parse("2026-04-15T21:59:59Z"));
    file(LISTS, ANNA).expect(400);

    CLOCK.turnTo(Instant.parse("2026-04-15T22:00:00Z"));

    file(LISTS, ANNA).expect(201);
  }

  private static Answer file(String path, String rows) {
    return client.post(
        path + "?peildatum=" + TOMORROW, "text/plain", rows + "\n", "Loonheffingennummer", NUMBER);
  }

  private static Answer json(String path, JsonObject body) {
    return client.post(path, "application/json", body.encode());
  }

  private static JsonObject list(String peildatum) {
    return new JsonObject()
        .put("loonheffingennummer", NUMBER)
        .put("peildatum", peildatum)
        .put("bsns", new JsonArray().add(ANNA));
  }

  private static JsonObject answers() {
    var answer = new JsonObject().put("bsn", ANNA).put("answer", "in");
    return new JsonObject()
        .put("loonheffingennummer", NUMBER)
        .put("answers", new JsonArray().add(answer));
  }

  private static JsonObject announced() {
    return new JsonObject().put("kind", "register-snapshot").put("loonheffingennummer", NUMBER);
  }
}
