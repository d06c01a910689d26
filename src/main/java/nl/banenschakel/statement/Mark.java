package nl.banenschakel.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.statement.assignment.Assignment;
import nl.banenschakel.statement.sent.LineDraft;
import nl.banenschakel.statement.sent.Reference;
import nl.banenschakel.statement.sent.StatementDraft;

/** What is odd about a statement or a line that is taken in all the same. */
public enum Mark {
  /** Of a statement: it names no assignment, or none is called so. The receiver is not told. */
  ASSIGNMENT_UNKNOWN,
  /** Of a statement: its assignment had ended before its first day. */
  ASSIGNMENT_ENDED,
  /** Of a statement: some of its days lie outside the assignment. */
  OUTSIDE_ASSIGNMENT,
  /** Of a statement: the relation does not run in its days. The receiver is not told of it. */
  RELATION_NOT_RUNNING,
  /** Of a statement: it says to correct a document that never came. */
  CORRECTS_UNKNOWN,
  /** Of a statement: it names another purchase order than its assignment. */
  ORDER_DIFFERS,
  /** Of a statement: its sender takes back the one that it replaces, and states nothing. */
  WITHDRAWN,
  /**
   * Of a statement: no agreement is in force on some of its days ({@code
   * STATEMENT_WITHOUT_AGREEMENT}).
   */
  WITHOUT_AGREEMENT,
  /** Of a statement: several are in force on some of its days. */
  TWO_AGREEMENTS,
  /** Of a statement: it came after the day that the agreement has for it. */
  AFTER_DEADLINE,
  /** Of a line: its days lie outside the statement's. */
  OUTSIDE_PERIOD,
  /** Of a line: somebody else works in the assignment. */
  PERSON_DIFFERS,
  /** Of a line: more hours than there are between its start and its end. */
  HOURS_EXCEED_INTERVAL,
  /** Of a line: more hours than its days have. */
  HOURS_EXCEED_DAYS;

  private static final long HUNDREDTHS_PER_HOUR = 100;
  private static final long HOURS_PER_DAY = 24;
  private static final long SECONDS_PER_HUNDREDTH = 36;

  /** Those of a statement. */
  static List<Mark> of(
      StatementDraft draft, Optional<Assignment> assignment, Optional<Relation> open) {
    var marks = new ArrayList<Mark>();
    if (assignment.isEmpty()) {
      marks.add(ASSIGNMENT_UNKNOWN);
      return marks;
    }
    var known = assignment.get();
    if (known.endedBefore(draft.firstDay())) {
      marks.add(ASSIGNMENT_ENDED);
    } else if (!known.covers(draft.firstDay(), draft.lastDay())) {
      marks.add(OUTSIDE_ASSIGNMENT);
    }
    if (open.isEmpty()) {
      marks.add(RELATION_NOT_RUNNING);
    }
    if (draft.purchaseOrder().isPresent() && !draft.purchaseOrder().equals(known.purchaseOrder())) {
      marks.add(ORDER_DIFFERS);
    }
    return marks;
  }

  /** Those of a line of it. */
  static List<Mark> of(StatementDraft draft, LineDraft line, Optional<Assignment> assignment) {
    var works = assignment.flatMap(Assignment::source).flatMap(Assignment.Source::person);
    return Stream.of(
            line.day().isBefore(draft.firstDay()) || line.lastDay().isAfter(draft.lastDay())
                ? Optional.of(OUTSIDE_PERIOD)
                : Optional.<Mark>empty(),
            line.person().owner() == Reference.Owner.PROVIDER
                    && works.filter(name -> !name.equals(line.person().value())).isPresent()
                ? Optional.of(PERSON_DIFFERS)
                : Optional.<Mark>empty(),
            exceedsInterval(line) ? Optional.of(HOURS_EXCEED_INTERVAL) : Optional.<Mark>empty(),
            exceedsDays(line) ? Optional.of(HOURS_EXCEED_DAYS) : Optional.<Mark>empty())
        .flatMap(Optional::stream)
        .collect(Collectors.toList());
  }

  /** By the clock: a night in which it is set has an hour more or less. */
  private static boolean exceedsInterval(LineDraft line) {
    if (line.start().isEmpty() || line.end().isEmpty()) {
      return false;
    }
    var seconds = java.time.Duration.between(line.start().get(), line.end().get()).toSeconds();
    return line.hours().hundredths()
        > (seconds + SECONDS_PER_HUNDREDTH - 1) / SECONDS_PER_HUNDREDTH;
  }

  /** One of them may have an hour more. */
  private static boolean exceedsDays(LineDraft line) {
    var days = java.time.temporal.ChronoUnit.DAYS.between(line.day(), line.lastDay()) + 1;
    return line.hours().hundredths() > (days * HOURS_PER_DAY + 1) * HUNDREDTHS_PER_HOUR;
  }
}
