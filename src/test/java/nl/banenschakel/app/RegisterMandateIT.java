package nl.banenschakel.app;

import static nl.banenschakel.app.FetchWorld.TODAY;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegisterMandateIT {
  private static final String WARN = "warn-register-mandate";
  private static final String ENDING = "register-mandate-ending";

  private final FetchWorld it = new FetchWorld();

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void its_end_is_told_of_thirty_days_before_and_once() {
    var address = it.mandate(TODAY.plusDays(60));

    it.clock.turnTo(TODAY.plusDays(29));
    look();
    assertThat(it.events(ENDING)).isEmpty();

    it.clock.turnTo(TODAY.plusDays(30));
    look();
    look();
    assertThat(it.events(ENDING))
        .extracting(event -> event.getString("dataref"))
        .containsExactly(address);
    assertThat(it.waiting(WARN)).isZero();
  }

  @Test
  void a_renewed_one_is_told_of_by_its_new_end() {
    var address = it.mandate(TODAY.plusDays(60));
    var draft = draft(address).put("lastDay", TODAY.plusYears(1).toString());
    it.put(address, draft.encode(), "If-Match", "\"1\"").expect(200);

    it.clock.turnTo(TODAY.plusDays(30));
    look();
    assertThat(it.events(ENDING)).isEmpty();

    it.clock.turnTo(TODAY.plusYears(1).minusDays(30));
    look();
    assertThat(it.events(ENDING))
        .extracting(event -> event.getJsonObject("data").getString("lastDay"))
        .containsExactly(TODAY.plusYears(1).toString());
  }

  @Test
  void one_that_is_withdrawn_is_not_there_and_what_it_was_stays_known() {
    var address = it.mandate(TODAY.plusDays(60));

    assertThat(it.client.send("DELETE", address, Optional.empty(), new byte[0]).status())
        .isEqualTo(428);
    var gone =
        it.client.send("DELETE", address, Optional.empty(), new byte[0], "If-Match", "\"1\"");

    assertThat(gone.expect(200).json().getString("holder")).isEqualTo("Bureau");
    assertThat(it.client.get(address).status()).isEqualTo(404);
    assertThat(it.client.get("/v1/register-mandates").items()).isEmpty();
    assertThat(
            it.gateway
                .database()
                .texts("select holder from register.mandate where known_until <> 'infinity'"))
        .containsExactly("Bureau");
    it.clock.turnTo(TODAY.plusDays(45));
    look();
    assertThat(it.events(ENDING)).isEmpty();
  }

  @Test
  void every_mistake_is_told_at_once() {
    var answer =
        it.client.post(
            "/v1/register-mandates",
            "application/json",
            "{\"loonheffingennummer\":\"%s\",\"holder\":\"999990019\",\"covers\":[\"all\"],"
                    .formatted(NUMBER)
                + "\"firstDay\":\"2027-01-01\",\"lastDay\":\"2026-01-01\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.mistakes())
        .containsExactlyInAnyOrder(
            "/holder TEXT_HOLDS_BSN", "/covers/0 COVERAGE_UNKNOWN", "/lastDay DATE_ORDER");
  }

  @Test
  void a_number_of_somebody_else_is_refused() {
    var other = it.mandate(TODAY.plusDays(60));

    var answer =
        it.put(
            other,
            draft(other).put("loonheffingennummer", "001000287L02").encode(),
            "If-Match",
            "*");

    assertThat(answer.mistakes())
        .containsExactly("/loonheffingennummer LOONHEFFINGENNUMMER_NOT_YOURS");
  }

  /**
   * Has the gateway look whether there is something to tell. Twice: one that was under way may have
   * looked at the clock before it was turned.
   */
  private void look() {
    for (int times = 0; times < 2; times++) {
      var before = jobs();
      it.dueNow(WARN);
      until(() -> before.isEmpty() || !jobs().equals(before));
    }
  }

  private List<String> jobs() {
    return it.gateway
        .database()
        .texts("select job_id::text from job.queue where kind = '" + WARN + "' order by 1");
  }

  private JsonObject draft(String address) {
    var draft = it.client.get(address).json();
    draft.remove("id");
    draft.remove("changedAt");
    draft.remove("changedBy");
    return draft;
  }
}
