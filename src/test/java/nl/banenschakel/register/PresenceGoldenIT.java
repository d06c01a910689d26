package nl.banenschakel.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import nl.banenschakel.app.TestGateway;
import nl.banenschakel.testing.GoldenCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases under {@code golden/presence}: what was delivered, and for each line of expectation
 * what the gateway must answer. Each case is an employer of its own with two numbers.
 */
class PresenceGoldenIT {
  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  static Stream<GoldenCase> cases() {
    return GoldenCase.all("presence").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void presence_is_as_expected(GoldenCase golden) {
    var employer = new RegisterEmployer(gateway, golden.name());
    golden.rows("evidence.csv").forEach(employer::deliver);

    var found = golden.rows("expected.csv").stream().map(employer::presence).toList();

    assertThat(found).isEqualTo(golden.lines("expected.csv"));
  }

  @Test
  void each_case_says_which_rule_it_shows() {
    var cases = GoldenCase.all("presence");

    assertThat(cases).hasSizeGreaterThanOrEqualTo(20);
    assertThat(cases).allMatch(golden -> golden.text("about.md").contains("\n> "));
    assertThat(cases.stream().flatMap(golden -> golden.rows("expected.csv").stream()))
        .extracting(row -> row.get("aanwezigheid"))
        .containsAll(List.of("SEEN", "NO_LONGER_SEEN", "LEFT", "ASKED_NOT_SEEN", "NOT_ASKED"));
  }
}
