package nl.banenschakel.year;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;
import nl.banenschakel.app.Answer;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.app.SampleFiles;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.register.connector.TurnedClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A gateway where it is New Year's Eve, and an employer of its own for every test. */
class YearApi {
  static final String ANNA = "E-1;" + SampleFiles.ANNA + ";2024-01-01;;20;";
  static final String BAS = "E-2;" + SampleFiles.BAS + ";2024-01-01;;24;";
  static final LocalDate NEW_YEAR_S_EVE = LocalDate.of(2026, 12, 31);
  static final TurnedClock CLOCK = new TurnedClock(NEW_YEAR_S_EVE);

  static TestGateway gateway;

  YearEmployer employer;

  @BeforeAll
  static void start() {
    gateway = TestGateway.at(CLOCK);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void an_employer_at_the_end_of_the_year() {
    CLOCK.turnTo(NEW_YEAR_S_EVE);
    employer = new YearEmployer(gateway, "L01");
  }

  /** Refreshes the year 2027 of somebody. */
  @CanIgnoreReturnValue
  static Answer refresh(ApiClient client, String query) {
    return client.send("POST", "/v1/years/2027/_refresh" + query, Optional.empty(), new byte[0]);
  }

  @CanIgnoreReturnValue
  JsonObject refresh(String query) {
    return refresh(employer.client, query).expect(200).json();
  }

  static JsonObject withoutMoment(JsonObject year) {
    var copy = year.copy();
    copy.remove("asOf");
    return copy;
  }
}
