package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run of a year over 100,000 people, in which no statement takes longer than half a minute: with
 * a wrong plan one step alone takes hours. A tenth of them is listed, or everybody.
 */
@Tag("nightly")
class RunSizeIT {
  private static final String NUMBER = "001000275L01";
  private static final int PEOPLE = 100_000;
  private static final int STATEMENT_MS_MAX = 30_000;

  @ParameterizedTest(name = "{0} listed")
  @ValueSource(ints = {PEOPLE / 10, PEOPLE})
  void a_year_of_100_000_people_is_reconciled(int listed) throws IOException {
    var limit = Map.of("database.statementTimeoutMs", Integer.toString(STATEMENT_MS_MAX));
    try (var gateway = TestGateway.start(limit)) {
      var employer = gateway.createOrganisation("Voorbeeld Zorg", NUMBER);
      gateway.database().asSuperuser(people(employer, listed));
      var client = gateway.as(employer, Role.FINANCE);

      var run = client.reconcile(NUMBER);

      assertThat(
              gateway
                  .database()
                  .texts(
                      "select register_lines::text from reconciliation.run where run_id = '%s'"
                          .formatted(run)))
          .containsExactly(Integer.toString(listed));
    }
  }

  private static String people(UUID employer, int listed) throws IOException {
    try (InputStream in = RunSizeIT.class.getResourceAsStream("/load/people.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace(":tenant", "'%s'::uuid".formatted(employer))
          .replace(":people", Integer.toString(PEOPLE))
          .replace(":listed", Integer.toString(listed));
    }
  }
}
