package nl.banenschakel.app;

import static nl.banenschakel.app.FetchWorld.FETCH;
import static nl.banenschakel.app.FetchWorld.TODAY;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.register.connector.BridgeFailed;
import nl.banenschakel.register.connector.SimulatedRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists that the gateway fetches by itself, by a clock that a test turns. */
class FetchIT {
  private static final String RECONCILE = "reconcile";
  private static final Instant NOON = Instant.parse("2090-04-15T10:00:00Z");

  private final FetchWorld it = new FetchWorld();

  @AfterEach
  void close() {
    it.close();
  }

  @Test
  void a_list_comes_in_as_planned_and_is_evidence_as_any_other() {
    it.mandate(TODAY.plusYears(1));

    it.schedule("{}");
    until(() -> it.schedule().getString("fetchedAt") != null);

    var schedule = it.schedule();
    var snapshot = it.client.get(schedule.getString("snapshot")).expect(200).json();
    assertThat(snapshot.getString("receivedBy")).isEqualTo("connector");
    assertThat(snapshot.getString("peildatum")).isEqualTo("2090-04-15");
    assertThat(snapshot.getString("updatedTo")).isEqualTo("2090-04-10");
    assertThat(snapshot.getInteger("persons")).isEqualTo(2);
    assertThat(schedule.getString("nextAt")).isEqualTo("2090-05-15T10:00:00Z");
    assertThat(it.waiting(FETCH)).isEqualTo(1);
    assertThat(it.waiting(RECONCILE)).isEqualTo(1);
    assertThat(it.events("register-list-fetched"))
        .extracting(event -> event.getString("dataref"))
        .containsExactly(schedule.getString("snapshot"));
  }

  @Test
  void nobody_on_the_list_is_an_answer_too() {
    it.clock.turnTo(TODAY.minusYears(2));
    it.mandate(TODAY);
    it.gateway.database().asSuperuser("update register.mandate set first_day = '2020-01-01'");

    it.schedule("{}");
    until(() -> it.schedule().getString("snapshot") != null);

    var snapshot = it.client.get(it.schedule().getString("snapshot")).json();
    assertThat(snapshot.getInteger("persons")).isZero();
  }

  @Test
  void a_register_that_is_away_for_a_day_costs_nothing_and_the_next_answer_catches_up() {
    it.mandate(TODAY.plusYears(1));
    it.behave(SimulatedRegister.Manners.failing(BridgeFailed.Reason.UNREACHABLE));
    it.schedule("{}");
    until(() -> it.schedule().getJsonObject("trouble") != null);
    it.nextAttempt();
    var rows = it.rows();
    var threads = threads();

    while (it.clock.instant().isBefore(NOON.plus(1, ChronoUnit.DAYS))) {
      it.nextAttempt();
    }

    var trouble = it.schedule().getJsonObject("trouble");
    assertThat(trouble.getString("code")).isEqualTo("REGISTER_UNREACHABLE");
    assertThat(trouble.getInteger("attempts")).isBetween(25, 45);
    assertThat(trouble.getString("since")).isEqualTo("2090-04-15T10:00:00Z");
    assertThat(it.waiting(FETCH)).isEqualTo(1);
    assertThat(it.snapshots()).isEmpty();
    assertThat(it.events("register-fetch-failing")).hasSize(1);
    assertThat(it.rows()).allMatch(table -> rows.contains(table) || table.startsWith("outbox."));
    assertThat(threads()).isEqualTo(threads);

    it.behave(SimulatedRegister.Manners.GOOD);
    it.nextAttempt();

    var schedule = it.schedule();
    assertThat(schedule.getJsonObject("trouble")).isNull();
    assertThat(schedule.getString("nextAt")).isEqualTo("2090-05-15T10:00:00Z");
    assertThat(it.client.get(schedule.getString("snapshot")).json().getString("peildatum"))
        .isEqualTo("2090-04-16");
  }

  @Test
  void a_refusal_is_told_once_and_asked_again_now_and_then() {
    it.mandate(TODAY.plusYears(1));
    it.behave(SimulatedRegister.Manners.failing(BridgeFailed.Reason.MANDATE_MISSING));

    it.schedule("{}");
    until(() -> it.schedule().getJsonObject("trouble") != null);
    it.nextAttempt();

    assertThat(it.schedule().getString("nextAt")).isEqualTo("2090-04-15T22:00:00Z");
    assertThat(it.events("register-fetch-failing"))
        .extracting(event -> event.getJsonObject("data").getString("code"))
        .containsExactly("REGISTER_MANDATE_MISSING");
  }

  @Test
  void without_a_mandate_that_holds_nothing_is_asked_and_what_was_answered_stays() {
    it.mandate(TODAY.plusDays(7));
    it.schedule("{\"every\":\"P1W\"}");
    until(() -> it.schedule().getString("snapshot") != null);
    it.nextAttempt();
    assertThat(it.asked()).isEqualTo(2);

    it.nextAttempt();

    assertThat(it.asked()).isEqualTo(2);
    assertThat(it.schedule().getJsonObject("trouble").getString("code"))
        .isEqualTo("MANDATE_NOT_VALID");
    assertThat(it.snapshots()).hasSize(2);

    it.mandate(TODAY.plusYears(1));
    it.dueNow(FETCH);
    until(() -> it.schedule().getJsonObject("trouble") == null);
    assertThat(it.asked()).isEqualTo(3);
    assertThat(it.snapshots()).hasSize(3);
  }

  @Test
  void nothing_is_open_in_the_database_while_the_register_is_asked() {
    it.mandate(TODAY.plusYears(1));
    it.shut();
    it.schedule("{}");
    until(() -> it.asked() == 1);

    var open =
        "select state from pg_stat_activity where datname = current_database()"
            + " and state like 'idle in transaction%'";

    // Others begin and end one meanwhile; one that waits for the register is there until it
    // answers.
    until(() -> it.gateway.database().texts(open).isEmpty());
    it.open();
    until(() -> it.schedule().getString("snapshot") != null);
  }

  @Test
  void whoever_lost_the_job_while_asking_stores_nothing() {
    it.mandate(TODAY.plusYears(1));
    it.shut();
    it.schedule("{}");
    until(() -> it.asked() == 1);
    it.gateway
        .database()
        .asSuperuser("update job.queue set token = token + 1 where kind = '" + FETCH + "'");

    it.open();
    until(() -> it.gateway.managementPage("/metrics").text().contains("outcome=\"lost\""));

    assertThat(it.snapshots()).isEmpty();
    assertThat(it.waiting(RECONCILE)).isZero();
    var staged = "select 1 from register.staged union all select 1 from person.staged";
    assertThat(it.gateway.database().texts(staged)).isEmpty();
  }

  @Test
  void a_list_that_is_asked_for_now_is_fetched_once_and_the_plan_stays() {
    it.mandate(TODAY.plusYears(1));
    it.schedule("{\"startAt\":\"2090-06-01T04:00:00Z\"}");
    assertThat(it.schedule().getString("nextAt")).isEqualTo("2090-06-01T04:00:00Z");
    it.shut();

    it.fetchNow();
    until(() -> it.asked() == 1);
    it.fetchNow();
    it.open();
    until(() -> it.waiting(FETCH) == 1 && it.schedule().getString("snapshot") != null);

    assertThat(it.asked()).isEqualTo(1);
    assertThat(it.schedule().getString("nextAt")).isEqualTo("2090-06-01T04:00:00Z");
    assertThat(it.snapshots()).hasSize(1);
  }

  @Test
  void a_schedule_that_is_set_to_rest_asks_no_more() {
    it.mandate(TODAY.plusYears(1));
    it.schedule("{}");
    until(() -> it.schedule().getString("snapshot") != null);

    it.schedule("{\"active\":false}");
    it.dueNow(FETCH);
    until(() -> it.waiting(FETCH) == 0);

    assertThat(it.asked()).isEqualTo(1);
    var refused = it.post(it.address() + "/_fetch");
    assertThat(refused.code()).isEqualTo("SCHEDULE_NOT_ACTIVE");
  }

  @Test
  void a_schedule_is_set_by_who_has_seen_it() {
    var address = it.address();

    assertThat(it.put(address, "{}").status()).isEqualTo(428);
    assertThat(it.put(address, "{}", "If-Match", "\"7\"").status()).isEqualTo(412);
    var set = it.put(address, "{\"every\":\"P1D\"}", "If-Match", "\"0\"").expect(200);
    assertThat(set.header("ETag")).isEqualTo("\"1\"");
    assertThat(it.put(address, "{}", "If-Match", "\"0\"").status()).isEqualTo(412);
    assertThat(it.put(address, "{\"every\":\"P1M1D\"}", "If-Match", "*").mistakes())
        .containsExactly("/every PERIOD_RANGE");
    assertThat(it.put(address, "{\"every\":\"P13M\"}", "If-Match", "*").status()).isEqualTo(400);
  }

  @Test
  void a_gateway_without_a_register_sets_no_schedule() {
    try (var alone = TestGateway.start()) {
      var organisation = alone.createOrganisation("Voorbeeld", NUMBER);
      var client = alone.as(organisation, Role.HR);
      var id = client.get("/v1/register-schedules").items().get(0).getString("id");

      var answer =
          client.send(
              "PUT",
              "/v1/register-schedules/" + id,
              java.util.Optional.of("application/json"),
              "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
              "If-Match",
              "*");

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("REGISTER_NOT_CONNECTED");
    }
  }

  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("vert.x") || name.startsWith("intake"))
        .collect(Collectors.toSet());
  }
}
