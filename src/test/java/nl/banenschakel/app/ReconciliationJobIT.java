package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static nl.banenschakel.testing.Await.await;
import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.job.JobDraft;
import nl.banenschakel.platform.job.Jobs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that follows deliveries, and nobody asks for. */
class ReconciliationJobIT {
  private static final String RECONCILED = "nl.banenafspraak.wage-tax-number-reconciled.v1";
  private static final String WAITING =
      "select count(*)::text from job.queue where tenant = '%s' and kind = 'reconcile'";
  private static final String DUE_NOW =
      "update job.queue set claimable_at = now() where tenant = '%s' and state = 'WAITING'";

  private static TestGateway gateway;
  private UUID organisation;
  private ApiClient client;

  /** Runs begin when a test says so: an hour is longer than any test. */
  @BeforeAll
  static void start() {
    gateway = TestGateway.start(Map.of("reconciliation.afterDeliveryMs", "3600000"));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void employer() {
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    client = gateway.as(organisation, Role.HR, Role.PAYROLL, Role.FINANCE);
  }

  @Test
  void many_deliveries_are_followed_by_one_run_that_says_what_an_asked_one_says() {
    deliverAll();
    assertThat(waiting()).isEqualTo(1);

    followUp();

    var runs = client.get("/v1/reconciliations").items();
    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).getString("startedBy")).isEqualTo("banenschakel");
    var asked = client.get("/v1/reconciliations/" + client.reconcile(NUMBER)).json();
    assertThat(without(runs.get(0))).isEqualTo(without(asked));
  }

  @Test
  void every_run_is_told_with_its_address_and_period() {
    deliverAll();
    followUp();
    var asked = client.reconcile(NUMBER);

    var told =
        client.get("/v1/events").items().stream()
            .filter(event -> event.getString("type").equals(RECONCILED))
            .toList();

    var own = client.get("/v1/reconciliations?after=" + asked).items().get(0).getString("id");
    assertThat(told)
        .extracting(event -> event.getString("dataref"))
        .containsExactly("/v1/reconciliations/" + own, "/v1/reconciliations/" + asked);
    assertThat(told.get(0).getJsonObject("data"))
        .isEqualTo(new JsonObject().put("from", "2026-01-01").put("until", "2026-01-31"));
  }

  @Test
  void as_long_as_nothing_is_returned_there_is_no_run_and_nothing_failed() {
    client.postList(NUMBER, PEILDATUM, SampleFiles.LIST).expect(201);
    client.postContracts(NUMBER, SampleFiles.CONTRACTS).expect(201);

    followUp();

    assertThat(client.get("/v1/reconciliations").items()).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void a_refused_delivery_and_the_same_one_again_have_no_consequence() {
    client.postContracts(NUMBER, SampleFiles.CONTRACTS).expect(201);
    followUp();

    client.postContracts(NUMBER, SampleFiles.CONTRACTS).expect(201);
    client.postContracts(NUMBER, SampleFiles.CONTRACTS + "x\n").expect(400);

    assertThat(waiting()).isZero();
  }

  @Test
  void what_is_delivered_after_a_run_is_followed_by_another() {
    deliverAll();
    followUp();
    client.postContracts(NUMBER, SampleFiles.CONTRACTS.replace("20,00", "32,00")).expect(201);
    followUp();

    var runs = client.get("/v1/reconciliations").items();

    assertThat(runs)
        .extracting(run -> run.getJsonObject("totals").getDouble("contractHoursPerWeekRegistered"))
        .containsExactly(56.0, 44.0);
  }

  @Test
  void a_queue_never_holds_the_number() {
    deliverAll();

    assertThat(
            gateway
                .database()
                .texts("select q::text || p::text from job.queue q natural join job.payload p"))
        .isNotEmpty()
        .noneMatch(row -> row.contains(NUMBER.substring(0, 9)));
  }

  @Test
  void a_job_may_name_a_shorter_span() {
    deliverAll();
    client.postWageReturn(SampleFiles.wageReturn(2)).expect(201);
    followUp();

    enqueue(Map.of("number", numberId(), "from", "2026-M02", "until", "2026-M02"));
    awaitDone();

    assertThat(client.get("/v1/reconciliations").items())
        .extracting(run -> run.getJsonObject("period").getString("from"))
        .containsExactly("2026-02-01", "2026-01-01");
  }

  private void deliverAll() {
    client.postList(NUMBER, PEILDATUM, SampleFiles.LIST).expect(201);
    client.postContracts(NUMBER, SampleFiles.CONTRACTS).expect(201);
    client.postWageReturn(SampleFiles.wageReturn(1)).expect(201);
  }

  private void followUp() {
    gateway.database().asSuperuser(DUE_NOW.formatted(organisation));
    awaitDone();
  }

  private void awaitDone() {
    until(() -> waiting() == 0);
  }

  private int waiting() {
    return Integer.parseInt(gateway.database().texts(WAITING.formatted(organisation)).get(0));
  }

  /** As another slice would: by kind. */
  private void enqueue(Map<String, String> payload) {
    var vertx = Vertx.vertx();
    var db = Db.open(vertx, gateway.database().appAddress(), Db.Limits.DEFAULT);
    try {
      await(db.tx(organisation, tx -> new Jobs(db).enqueue(tx, JobDraft.of("reconcile", payload))));
    } finally {
      await(db.close());
      await(vertx.close());
    }
  }

  private String numberId() {
    return gateway
        .database()
        .texts(
            "select number_id::text from party.wage_tax_number where tenant_id = '%s'"
                .formatted(organisation))
        .get(0);
  }

  private static JsonObject without(JsonObject run) {
    var facts = run.copy();
    List.of("id", "startedAt", "startedBy", "finishedAt").forEach(facts::remove);
    return facts;
  }
}
