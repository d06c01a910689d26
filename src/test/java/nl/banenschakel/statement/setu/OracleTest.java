package nl.banenschakel.statement.setu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.banenschakel.platform.failure.Violation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages that were changed in one place are refused where the standard's XSD or Schematron
 * refuses them; where they do not, only for what the gateway cannot do without.
 */
class OracleTest {
  private static final int ALL = 1;

  /** Each so many-th, prime to what comes in turns. */
  private static final int SOME = 11;

  /** What is ours: hours that can be told, days that can be, names that are there. */
  private static final Set<String> OURS =
      Set.of(
          "DATE_ORDER",
          "DATE_TIME_FORM",
          "DATE_YEAR",
          "DAY_ASSIGNMENT_FORM",
          "HOURS_FORM",
          "HOURS_RANGE",
          "HOURS_REQUIRED",
          "LINE_REPEATED",
          "STATUS_REJECTED",
          "TEXT_LENGTH");

  /** Valid, and of no use here: nobody worked, or nobody can be told from it. */
  private static final Set<String> WITHOUT_WORKER =
      Set.of(
          "ReportedResource/Person ELEMENT_MISSING", "ReportedResource/Person/Id ELEMENT_MISSING");

  static Stream<String> earlier() {
    return Stream.of(
        "v1.4/TimecardExample_v1.4.xml",
        "v1.4/TimecardExample_v1.3.xml",
        "v1.4/TimecardExample_v1.3_CorrectionTimecard.xml");
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void the_schematron_takes_the_published_messages_and_no_negative_hours(String file) {
    var message = Setu.file(file);
    var oracle = Oracle.ofSetu14();

    assertThat(oracle.verdict(message)).isEmpty();
    assertThat(oracle.verdict(message.replaceFirst("<Duration>", "<Duration>-")))
        .isEqualTo("a rule of the Schematron");
  }

  @Test
  void what_is_changed_in_a_timecard_of_2_0_is_judged_as_the_xsd_does() {
    assertThat(disagreements(Oracle.ofSetu2(), Setu.xml(), Setu::ofXml, SOME)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void what_is_changed_in_an_earlier_one_is_judged_as_xsd_and_schematron_do(String file) {
    assertThat(disagreements(Oracle.ofSetu14(), Setu.file(file), Setu::ofEarlier, SOME)).isEmpty();
  }

  @Test
  @Tag("nightly")
  void whatever_is_changed_in_a_timecard_of_2_0_is_judged_as_the_xsd_does() {
    assertThat(disagreements(Oracle.ofSetu2(), Setu.xml(), Setu::ofXml, ALL)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("earlier")
  @Tag("nightly")
  void whatever_is_changed_in_an_earlier_one_is_judged_as_xsd_and_schematron_do(String file) {
    assertThat(disagreements(Oracle.ofSetu14(), Setu.file(file), Setu::ofEarlier, ALL)).isEmpty();
  }

  private static List<String> disagreements(
      Oracle oracle, String message, Function<String, Stated> reading, int every) {
    var disagreements = new ArrayList<String>();
    var mutations = Mutations.of(message, every);
    mutations.forEach(
        (name, mutated) -> {
          var standard = oracle.verdict(mutated);
          var ours = Setu.violations(reading, mutated);
          if (ours.isEmpty() && !standard.isEmpty()) {
            disagreements.add(name + " is taken: " + standard);
          } else if (standard.isEmpty() && !ours.stream().allMatch(OracleTest::isOurs)) {
            disagreements.add(name + " is refused: " + ours);
          }
        });
    assertThat(mutations).hasSizeGreaterThan(1_000 / every);
    return disagreements;
  }

  private static boolean isOurs(Violation mistake) {
    return OURS.contains(mistake.code())
        || WITHOUT_WORKER.contains(mistake.at() + " " + mistake.code());
  }
}
