package nl.banenschakel.statement.governing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.banenschakel.agreement.Agreement.InForce;
import nl.banenschakel.agreement.Content.Channel;
import nl.banenschakel.agreement.Content.Frequency;
import nl.banenschakel.agreement.Content.Objecting;
import nl.banenschakel.agreement.Content.Silence;
import nl.banenschakel.agreement.Content.Stating;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.relation.RelationKind;
import nl.banenschakel.relation.RelationState;
import nl.banenschakel.statement.Mark;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.StatementDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What agreements say about a statement of 2 to 8 March 2026, in a relation from 4 March on. */
class GoverningTest {
  private static final LocalDate IN_TIME = LocalDate.of(2026, 4, 14);
  private static final StatementDraft WEEK =
      new StatementDraft(
          new Reference(Reference.Owner.PROVIDER, "D-1"),
          Optional.of(new Reference(Reference.Owner.PROVIDER, "A-1")),
          LocalDate.of(2026, 3, 2),
          LocalDate.of(2026, 3, 8),
          false,
          Optional.empty(),
          List.of());

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'',WITHOUT_AGREEMENT",
    "2026-03-04/-,''",
    "2026-03-04/2026-03-08,''",
    "2026-03-05/-,WITHOUT_AGREEMENT",
    "2026-03-04/2026-03-07,WITHOUT_AGREEMENT",
    "2026-03-04/2026-03-06 2026-03-07/-,''",
    "2026-03-04/2026-03-07 2026-03-07/-,TWO_AGREEMENTS",
    "2026-03-05/- 2026-03-05/-,WITHOUT_AGREEMENT TWO_AGREEMENTS",
  })
  void every_day_on_which_the_relation_runs_has_one_agreement(String days, String expected) {
    var governing = new Governing(Optional.of(relation()), inForce(days), IN_TIME);

    var marks = governing.marks(WEEK, false);

    assertThat(marks.stream().map(Mark::name).collect(Collectors.joining(" "))).isEqualTo(expected);
  }

  /** Hours of a quarter are due 14 days after it; corrections until 1 May of the year after. */
  @ParameterizedTest(name = "corrects {0}, taken in on {1}: late {2}")
  @CsvSource({
    "false,2026-04-14,false",
    "false,2026-04-15,true",
    "true,2026-04-15,false",
    "true,2027-05-01,false",
    "true,2027-05-02,true",
  })
  void what_comes_after_its_day_is_marked(boolean corrects, LocalDate today, boolean late) {
    var governing = new Governing(Optional.of(relation()), inForce("2026-03-04/-"), today);

    assertThat(governing.marks(WEEK, corrects).contains(Mark.AFTER_DEADLINE)).isEqualTo(late);
  }

  @Test
  void each_version_governs_the_days_on_which_it_is_in_force() {
    var inForce = inForce("2026-01-01/2026-03-05 2026-03-06/-");

    var governed = new Governing(Optional.of(relation()), inForce, IN_TIME).governed(WEEK);

    assertThat(governed)
        .extracting(it -> it.firstDay() + " " + it.lastDay())
        .containsExactly("2026-03-02 2026-03-05", "2026-03-06 2026-03-08");
  }

  @Test
  void where_the_relation_does_not_run_nothing_governs() {
    var governing = new Governing(Optional.empty(), List.of(), LocalDate.of(2030, 1, 1));

    assertThat(governing.marks(WEEK, false)).isEmpty();
    assertThat(governing.governed(WEEK)).isEmpty();
  }

  private static List<InForce> inForce(String text) {
    var versions = new ArrayList<InForce>();
    for (var sketch : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
      var days = sketch.split("/", -1);
      versions.add(
          new InForce(
              new UUID(1, versions.size()),
              1,
              LocalDate.parse(days[0]),
              Optional.of(days[1]).filter(day -> !day.equals("-")).map(LocalDate::parse),
              new Stating(Frequency.QUARTER, Channel.JSON, 14, MonthDay.of(5, 1)),
              new Objecting(30, Silence.ACCEPTS),
              Optional.empty()));
    }
    return versions;
  }

  private static Relation relation() {
    var at = OffsetDateTime.of(2026, 1, 1, 9, 0, 0, 0, ZoneOffset.UTC);
    var lender = new UUID(2, 1);
    return new Relation(
        new UUID(3, 1),
        lender,
        RelationKind.DETACHERING,
        new Relation.Side(Optional.of(lender), "Werkpool"),
        new Relation.Side(Optional.of(new UUID(2, 2)), "Schoolgroep"),
        LocalDate.of(2026, 3, 4),
        List.of(
            new Relation.Taken(
                RelationState.RUNNING, Optional.empty(), Optional.empty(), at, lender, "x")),
        Optional.empty());
  }
}
