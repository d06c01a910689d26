package nl.banenschakel.statement.governing;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.banenschakel.agreement.Agreement.InForce;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.statement.Mark;
import nl.banenschakel.statement.sent.StatementDraft;

/**
 * What governs a statement.
 *
 * @param open its relation, where it runs in its days
 * @param inForce versions that are in force on any of its days
 * @param today when it is taken in
 */
public record Governing(Optional<Relation> open, List<InForce> inForce, LocalDate today) {
  public Governing {
    inForce = List.copyOf(inForce);
  }

  /** Each version with the days of the statement that it governs. */
  public List<Governed> governed(StatementDraft draft) {
    return inForce.stream()
        .map(
            it ->
                new Governed(
                    it.agreement(),
                    it.version(),
                    it.from().isAfter(draft.firstDay()) ? it.from() : draft.firstDay(),
                    it.until().filter(draft.lastDay()::isAfter).orElse(draft.lastDay())))
        .toList();
  }

  /**
   * What is odd about it by what was agreed.
   *
   * @param corrects whether it takes the place of another one: then it has the time of a correction
   */
  public Set<Mark> marks(StatementDraft draft, boolean corrects) {
    var marks = EnumSet.noneOf(Mark.class);
    if (open.isEmpty()) {
      return marks;
    }
    if (turns(draft).anyMatch(day -> inForceOn(day).findAny().isEmpty())) {
      marks.add(Mark.WITHOUT_AGREEMENT);
    }
    if (turns(draft).anyMatch(day -> inForceOn(day).count() > 1)) {
      marks.add(Mark.TWO_AGREEMENTS);
    }
    if (inForceOn(draft.lastDay()).anyMatch(it -> today.isAfter(due(it, draft, corrects)))) {
      marks.add(Mark.AFTER_DEADLINE);
    }
    return marks;
  }

  /**
   * Days from which on something else is in force: between them it is the same, however long they
   * are. Days on which the relation does not run have no agreement, and need none.
   */
  private Stream<LocalDate> turns(StatementDraft draft) {
    var relation = open.orElseThrow();
    return Stream.concat(
            Stream.of(draft.firstDay(), relation.firstDay()),
            inForce.stream()
                .flatMap(
                    it ->
                        Stream.concat(
                            Stream.of(it.from()), it.until().stream().map(end -> end.plusDays(1)))))
        .filter(day -> !day.isBefore(draft.firstDay()) && !day.isAfter(draft.lastDay()))
        .filter(relation::runsOn);
  }

  private Stream<InForce> inForceOn(LocalDate day) {
    return inForce.stream().filter(it -> it.isOn(day));
  }

  /**
   * The last day on which it is in time: so many days after the period of the agreement in which it
   * ends; of a correction, a day of the year after.
   */
  private static LocalDate due(InForce rules, StatementDraft draft, boolean corrects) {
    var stating = rules.stating();
    return corrects
        ? stating.correctionsUntil().atYear(draft.lastDay().getYear() + 1)
        : stating.every().lastDay(draft.lastDay()).plusDays(stating.dueDays());
  }
}
