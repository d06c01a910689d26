package nl.banenschakel.register;

import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.LIST;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.testing.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How old the newest list is: in the report, and told once when it passes a threshold. */
class FreshnessIT {
  private static final String TYPE = "nl.banenafspraak.register-list-aged.v1";

  private static TestGateway gateway;

  private final LocalDate today = LocalDate.now(Netherlands.ZONE);

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({"0, GREEN", "31, GREEN", "32, AMBER", "62, AMBER", "63, RED"})
  void a_report_says_how_old_the_newest_list_was(int days, String level) {
    var client = employer();
    client.postList(NUMBER, today.minusDays(100).toString(), LIST).expect(201);
    client.postList(NUMBER, today.minusDays(days).toString(), LIST).expect(201);

    var run = client.reconcile(NUMBER);

    assertThat(client.report(run).getJsonObject("register"))
        .isEqualTo(
            new JsonObject()
                .put("peildatum", today.minusDays(days).toString())
                .put("ageDays", days)
                .put("level", level));
    assertThat(report(client, run, "text/csv")).contains("registerlijst;;" + today.minusDays(days));
    assertThat(report(client, run, "text/plain")).contains(days + " dagen oud");
  }

  @Test
  void a_report_without_a_list_has_no_age() {
    var client = employer();

    var run = client.reconcile(NUMBER);

    assertThat(client.report(run).getValue("register")).isNull();
  }

  @Test
  void the_result_hash_does_not_know_the_age() {
    var client = employer();
    client.postList(NUMBER, "2026-04-01", LIST).expect(201);
    var run = client.reconcile(NUMBER);

    gateway
        .database()
        .asSuperuser(
            "update reconciliation.run set register_age_days = 7 where run_id = '%s'"
                .formatted(run));

    assertThat(client.report(run).getJsonObject("register").getInteger("ageDays")).isEqualTo(7);
    assertThat(client.report(run).getString("resultHash"))
        .isEqualTo(client.report(client.reconcile(NUMBER)).getString("resultHash"));
  }

  @Test
  void an_old_list_is_told_of_once_for_each_threshold() {
    var organisation = organisation();
    var client = client(organisation);
    var old = today.minusDays(70).toString();
    client.postList(NUMBER, old, LIST).expect(201);
    Await.until(() -> levels(client).size() == 2);

    client.postList(NUMBER, old, "BSN\n" + SampleFiles.CAS).expect(201);
    client.postList(NUMBER, old, LIST).expect(201);
    Await.until(() -> jobs(organisation) == 0);

    assertThat(levels(client)).containsExactlyInAnyOrder("AMBER", "RED");
  }

  @Test
  void nothing_is_told_of_a_list_that_a_newer_one_followed_in_time() {
    var organisation = organisation();
    var client = client(organisation);
    client.postList(NUMBER, today.minusDays(1).toString(), LIST).expect(201);
    client.postList(NUMBER, today.minusDays(70).toString(), LIST).expect(201);

    Await.until(() -> jobs(organisation) == 2);

    assertThat(levels(client)).isEmpty();
  }

  private static ApiClient employer() {
    return client(organisation());
  }

  private static UUID organisation() {
    return gateway.createOrganisation("Zorg", NUMBER);
  }

  private static ApiClient client(UUID organisation) {
    var client = gateway.as(organisation, Role.HR, Role.PAYROLL);
    client.postContracts(NUMBER, CONTRACTS).expect(201);
    client.postWageReturn(SampleFiles.wageReturn(1)).expect(201);
    return client;
  }

  private static int jobs(UUID organisation) {
    return gateway
        .database()
        .texts(
            "select job_id::text from job.queue where kind = 'register-list-ageing' and tenant = '%s'"
                .formatted(organisation))
        .size();
  }

  private static String report(ApiClient client, String run, String type) {
    return client.get("/v1/reports/reconciliation?run=" + run, "Accept", type).expect(200).text();
  }

  private static List<String> levels(ApiClient client) {
    return client.get("/v1/events?limit=200").items().stream()
        .filter(event -> event.getString("type").equals(TYPE))
        .map(event -> event.getJsonObject("data").getString("level"))
        .toList();
  }
}
