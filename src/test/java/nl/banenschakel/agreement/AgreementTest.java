package nl.banenschakel.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.agreement.Agreement.Taken;
import nl.banenschakel.agreement.Agreement.Version;
import nl.banenschakel.agreement.AgreementState.Step;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.relation.RelationKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version is in force when: each accepted one takes the place of those before it. */
class AgreementTest {
  private static final UUID US = new UUID(1, 1);
  private static final UUID THEM = new UUID(1, 2);
  private static final OffsetDateTime AT =
      OffsetDateTime.of(2026, 1, 1, 9, 0, 0, 0, ZoneOffset.UTC);

  @ParameterizedTest(name = "{0} ended {1} gives {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "2026-01-01/2026-12-31+,-,1 2026-01-01 2026-12-31",
        "2026-01-01/-+,-,1 2026-01-01 -",
        "2026-01-01/-+ 2026-07-01/-+,-,1 2026-01-01 2026-06-30; 2 2026-07-01 -",
        "2026-01-01/-+ 2026-07-01/2026-09-30+,-,1 2026-01-01 2026-06-30; 2 2026-07-01 2026-09-30",
        "2026-01-01/-+ 2026-07-01/-,-,1 2026-01-01 -",
        "2026-07-01/-+ 2026-01-01/-+,-,2 2026-01-01 -",
        "2026-01-01/-+ 2026-03-01/-+ 2026-02-01/-+,-,1 2026-01-01 2026-01-31; 3 2026-02-01 -",
        "2026-01-01/-+,2026-05-31,1 2026-01-01 2026-05-31",
        "2026-01-01/-+ 2026-07-01/-+,2026-05-31,1 2026-01-01 2026-05-31",
      })
  void versions_are_in_force_by_turns(String versions, String ended, String expected) {
    var agreement = agreement(versions.split(" ", -1), Optional.ofNullable(ended));

    var found =
        agreement.holdings().stream()
            .map(
                it ->
                    it.version().number()
                        + " "
                        + it.from()
                        + " "
                        + it.until().map(Object::toString).orElse("-"))
            .toList();

    assertThat(String.join("; ", found)).isEqualTo(expected);
    for (var holding : agreement.holdings()) {
      assertThat(agreement.holdingOn(holding.from())).contains(holding.version());
      assertThat(agreement.holdingOn(holding.until().orElse(LocalDate.MAX)))
          .contains(holding.version());
    }
  }

  private static Agreement agreement(String[] sketches, Optional<String> ended) {
    var versions = new ArrayList<Version>();
    var steps = new ArrayList<Taken>();
    for (var sketch : sketches) {
      int number = versions.size() + 1;
      versions.add(version(number, sketch.replace("+", "")));
      if (sketch.endsWith("+")) {
        steps.add(taken(Step.ACCEPT, AgreementState.ACCEPTED, number, Optional.empty()));
      } else {
        steps.add(taken(Step.PROPOSE, AgreementState.AMENDING, number, Optional.empty()));
      }
    }
    ended.ifPresent(
        day ->
            steps.add(
                taken(
                    Step.END,
                    AgreementState.ENDED,
                    versions.size(),
                    Optional.of(LocalDate.parse(day)))));
    return new Agreement(
        new UUID(2, 1),
        new UUID(2, 2),
        RelationKind.DETACHERING,
        new Relation.Side(Optional.of(THEM), "Werkpool"),
        new Relation.Side(Optional.of(US), "Schoolgroep"),
        versions,
        steps);
  }

  private static Taken taken(
      Step step, AgreementState state, int version, Optional<LocalDate> lastDay) {
    return new Taken(step, state, version, lastDay, Optional.empty(), AT, US, "x");
  }

  private static Version version(int number, String days) {
    var parts = days.split("/", -1);
    var until =
        parts[1].equals("-") ? Optional.<LocalDate>empty() : Optional.of(LocalDate.parse(parts[1]));
    return new Version(number, "0".repeat(64), LocalDate.parse(parts[0]), until, US, AT, "x");
  }
}
