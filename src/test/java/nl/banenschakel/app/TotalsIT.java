package nl.banenschakel.app;

import static nl.banenschakel.app.SampleFiles.ANNA;
import static nl.banenschakel.app.SampleFiles.BAS;
import static nl.banenschakel.app.SampleFiles.CAS;
import static nl.banenschakel.app.SampleFiles.CONTRACT_HEADER;
import static nl.banenschakel.app.SampleFiles.LIST;
import static nl.banenschakel.app.SampleFiles.NUMBER;
import static nl.banenschakel.app.SampleFiles.PEILDATUM;
import static nl.banenschakel.app.SampleFiles.contract;
import static nl.banenschakel.app.SampleFiles.relationship;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One job is 1,331 verloonde uren a year or 25.5 hours a week (Besluit Wfsv 2.32): four decimals,
 * rounded half up, once, after adding up. No number of hours gives an exact half: the fifth decimal
 * decides by itself.
 */
class TotalsIT {
  private static InProcess gateway;

  @BeforeAll
  static void start() {
    gateway = new InProcess();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest(name = "{0} and {1} hours are {2} jobs")
  @CsvSource({
    "1331, 0, 1.0",
    "2662, 0, 2.0",
    "1331, 1331, 2.0",
    "1000, 331, 1.0",
    "665, 0, 0.4996",
    "666, 0, 0.5004",
    "1, 0, 0.0008",
    "2, 0, 0.0015",
    "1, 1, 0.0015",
    "0, 0, 0.0"
  })
  void verloonde_uren_are_jobs_by_the_year(int anna, int bas, double jobs) {
    var totals = totals("20", "24", anna, bas);

    assertThat(totals.getDouble("jobsYear")).isEqualTo(jobs);
    assertThat(totals.getInteger("verloondeUrenRegistered")).isEqualTo(anna + bas);
  }

  @ParameterizedTest(name = "{0} and {1} hours a week are {2} jobs")
  @CsvSource({
    "'36', '0', 1.4118",
    "'12,75', '0', 0.5",
    "'25,5', '0', 1.0",
    "'12,75', '12,75', 1.0",
    "'36', '36', 2.8235",
    "'0,01', '0', 0.0004",
    "'0,01', '0,01', 0.0008",
    "'20', '24', 1.7255"
  })
  void hours_a_week_are_jobs_by_the_week(String anna, String bas, double jobs) {
    assertThat(totals(anna, bas, 80, 80).getDouble("jobsWeek")).isEqualTo(jobs);
  }

  /** Cas is not registered: he counts for nothing. */
  private static JsonObject totals(String annaWeek, String basWeek, int anna, int bas) {
    var employer = gateway.employer(NUMBER, () -> 1 << 20);
    employer.register(Buffer.buffer(LIST), LocalDate.parse(PEILDATUM));
    employer.contracts(
        Buffer.buffer(
            CONTRACT_HEADER
                + contract("E-1", ANNA, annaWeek)
                + contract("E-2", BAS, basWeek)
                + contract("E-3", CAS, "36")));
    employer.wageReturn(
        Buffer.buffer(
            SampleFiles.wageReturn(
                3,
                relationship("E-1", ANNA, anna),
                relationship("E-2", BAS, bas),
                relationship("E-3", CAS, 150))));
    return employer.report().getJsonObject("totals");
  }
}
