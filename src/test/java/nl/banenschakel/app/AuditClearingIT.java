package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Migrations;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lines of the audit that are past their time, which is five years by the norm. */
class AuditClearingIT {
  private static TestGateway gateway;

  private UUID organisation;
  private ApiClient client;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void three_lines_of_one_who_read_contracts() {
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    client = gateway.as(organisation, Role.HR, Role.PAYROLL, Role.PRIVACY);
    client.postContracts(NUMBER, CONTRACTS).expect(201);
    for (int i = 0; i < 3; i++) {
      client.get("/v1/contracts").expect(200);
    }
  }

  @Test
  void what_is_past_its_time_is_taken_away_and_told() {
    grow("5 years 1 day", 2);

    clear();

    assertThat(lines()).hasSize(1);
    assertThat(
            gateway
                .database()
                .texts(
                    "select count(distinct line_id)::text from audit.person where tenant_id = '%s'"
                        .formatted(organisation)))
        .containsExactly("1");
    var told =
        client.get("/v1/events").items().stream()
            .filter(
                event -> event.getString("type").equals("nl.banenafspraak.audit-lines-removed.v1"))
            .toList();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).getJsonObject("data").getString("lines")).isEqualTo("2");
  }

  @Test
  void what_is_not_stays_and_is_looked_at_again() {
    grow("4 years 364 days", 2);

    clear();

    assertThat(lines()).hasSize(3);
    assertThat(waiting()).hasSize(1);
    assertThat(
            gateway
                .database()
                .texts(
                    "select (claimable_at > now() + interval '20 hours'"
                        + " and claimable_at < now() + interval '3 days')::text"
                        + " from job.queue where job_id = '%s'".formatted(waiting().get(0))))
        .containsExactly("true");
  }

  @Test
  void the_gateway_takes_away_neither_what_is_younger_than_a_year_nor_what_is_another_s() {
    grow("11 months", 3);
    var other = gateway.createOrganisation("Ander", "001000287L02");
    gateway.as(other, Role.FINANCE).get("/v1/contracts").expect(403);
    gateway
        .database()
        .asSuperuser(
            "update audit.line set logged_at = now() - interval '9 years' where tenant_id = '%s'"
                .formatted(other));

    gateway
        .database()
        .asSuperuser(
            "set role banenschakel_app; select set_config('app.tenant', '%s', false);"
                    .formatted(organisation)
                + " select audit.remove_lines(now(), 1000)");

    assertThat(lines()).hasSize(3);
    assertThat(
            gateway
                .database()
                .texts("select 1 from audit.line where tenant_id = '%s'".formatted(other)))
        .hasSize(1);
  }

  @Test
  void organisations_of_before_have_theirs_taken_away_too() {
    try (var database = TestDatabase.migratedTo("33")) {
      database.asSuperuser(
          "insert into party.organisation (tenant_id, name, kinds, created_by)"
              + " select gen_random_uuid(), 'Zorg', '{}', 'test' from generate_series(1, 2)");

      Migrations.run(database.migratorAddress());

      assertThat(
              database.texts(
                  "select q.kind from job.queue q join party.organisation o on o.tenant_id = q.tenant"
                      + " join job.payload p on p.tenant_id = q.tenant and p.job_id = q.job_id"))
          .containsExactly("clear-audit", "clear-audit");
    }
  }

  private void grow(String age, int count) {
    gateway
        .database()
        .asSuperuser(
            "update audit.line set logged_at = now() - interval '%s' where line_id in (%s limit %d)"
                .formatted(
                    age,
                    "select line_id from audit.line where operation = 'listContracts'"
                        + " and tenant_id = '%s'".formatted(organisation),
                    count));
  }

  private List<String> lines() {
    return gateway
        .database()
        .texts(
            "select line_id::text from audit.line where operation = 'listContracts'"
                + " and tenant_id = '%s'".formatted(organisation));
  }

  private List<String> waiting() {
    return gateway
        .database()
        .texts(
            "select job_id::text from job.queue where tenant = '%s' and kind = 'clear-audit'"
                .formatted(organisation));
  }

  /** Has the clearing done now. */
  private void clear() {
    var job = waiting().get(0);
    gateway
        .database()
        .asSuperuser(
            "update job.queue set claimable_at = now() where job_id = '%s'".formatted(job));
    until(() -> !waiting().contains(job));
  }
}
