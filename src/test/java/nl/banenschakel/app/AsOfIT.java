package nl.banenschakel.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.app.SampleFiles.CONTRACTS;
import static nl.banenschakel.app.SampleFiles.LIST;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Questions as of a moment. A delivery takes its moment before it commits: whoever asks between the
 * two would get another answer than whoever asks the same later.
 */
class AsOfIT {
  private static TestGateway gateway;
  private static UUID organisation;
  private static ApiClient client;
  private static String person;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
    organisation = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
    client = gateway.as(organisation, Role.HR, Role.PAYROLL, Role.FINANCE);
    client.postContracts(NUMBER, CONTRACTS).expect(201);
    client.postList(NUMBER, PEILDATUM, LIST).expect(201);
    client.postWageReturn(SampleFiles.wageReturn(1)).expect(201);
    person =
        client
            .get("/v1/contracts")
            .items()
            .get(0)
            .getJsonArray("parts")
            .getJsonObject(0)
            .getString("personId");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/v1/contracts?",
        "/v1/wage-returns?",
        "/v1/income-relationships?tijdvak=2026-M01&",
        "/v1/tijdvakken?",
        "/v1/control-totals?",
        "/v1/persons/{person}/presence?from=2026-M01&",
        "/v1/reports/reconciliation?"
      })
  void what_takes_effect_at_that_moment_is_waited_for(String path) throws SQLException {
    var target =
        path.replace("{person}", person)
            + "asOf="
            + URLEncoder.encode(Instant.now().toString(), UTF_8);

    CompletableFuture<Answer> asked;
    try (var delivery = takingEffect()) {
      asked =
          CompletableFuture.supplyAsync(() -> client.get(target, "Loonheffingennummer", NUMBER));
      until(AsOfIT::somebodyWaits);
      delivery.commit();
    }

    assertThat(asked.orTimeout(30, TimeUnit.SECONDS).join().status()).isEqualTo(200);
  }

  @Test
  void what_takes_too_long_to_take_effect_is_waited_for_no_longer() throws SQLException {
    var target = "/v1/contracts?asOf=" + URLEncoder.encode(Instant.now().toString(), UTF_8);

    try (var delivery = takingEffect()) {
      var answer = client.get(target);

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isEqualTo("5");
      delivery.commit();
    }
    client.get(target).expect(200);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/v1/contracts", "/v1/wage-returns", "/v1/tijdvakken"})
  void who_asks_for_all_that_is_known_now_waits_for_nobody(String path) throws SQLException {
    try (var delivery = takingEffect()) {
      client.get(path, "Loonheffingennummer", NUMBER).expect(200);
      delivery.commit();
    }
  }

  /** A session that holds what every delivery of the organisation holds while it takes effect. */
  private static Connection takingEffect() throws SQLException {
    var address = gateway.database().appAddress();
    var session =
        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    session.setAutoCommit(false);
    try (var statement =
        session.prepareStatement(
            "select pg_advisory_xact_lock_shared(hashtextextended('taking effect ' || ?, 0))")) {
      statement.setString(1, organisation.toString());
      statement.execute();
    }
    return session;
  }

  private static boolean somebodyWaits() {
    return gateway
        .database()
        .texts(
            "select (count(*) > 0)::text from pg_locks l join pg_database d on d.oid = l.database"
                + " where not l.granted and l.locktype = 'advisory' and d.datname = current_database()")
        .equals(List.of("true"));
  }
}
