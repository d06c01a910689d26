package nl.banenschakel.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.register.connector.TurnedClock;
import nl.banenschakel.testing.GoldenCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases under {@code golden/years}: what was delivered, on which day which year is opened, and
 * what is carried and left behind.
 */
class YearGoldenIT {
  /** Shown elsewhere: no norm of ours ends. */
  private static final List<Reason> NOT_HERE = List.of(Reason.PARAMETER_MISSING);

  private static final TurnedClock CLOCK = new TurnedClock(LocalDate.of(2026, 12, 31));
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = TestGateway.at(CLOCK);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  static Stream<GoldenCase> cases() {
    return GoldenCase.all("years").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void what_is_carried_and_left_behind_is_as_expected(GoldenCase golden) {
    var asked = golden.rows("year.csv").get(0);
    var employer = new YearEmployer(gateway, asked.get("nummers").split(" "));
    employer.contracts(golden.rows("contracts.csv"));
    golden.rows("evidence.csv").forEach(employer::evidence);
    golden
        .rows("returns.csv")
        .forEach(row -> employer.wageReturn(row.get("nummer"), row.get("tijdvak")));
    golden.rows("mandates.csv").forEach(employer::mandate);
    CLOCK.turnTo(LocalDate.parse(asked.get("dag")));
    int year = Integer.parseInt(asked.get("jaar"));

    employer.open(year).expect(201);

    assertThat(employer.rows(year)).containsExactlyElementsOf(golden.lines("expected.csv"));
  }

  @Test
  void every_reason_is_in_some_case() {
    var shown = cases().flatMap(golden -> golden.rows("expected.csv").stream());

    assertThat(
            shown.filter(row -> row.get("wat").equals("achter")).map(it -> it.get("uren of reden")))
        .containsAll(
            Arrays.stream(Reason.values())
                .filter(reason -> !NOT_HERE.contains(reason))
                .map(Reason::name)
                .toList());
  }
}
