package nl.banenschakel.statement.sent;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.relation.Relation;

/**
 * A statement as it was sent, in whatever form: hours of one assignment or order in one period.
 *
 * @param document the sender's own name for it
 * @param assignment to which the hours belong; the receiver may not know it yet, and some forms may
 *     leave it out
 * @param firstDay of the period
 * @param lastDay inclusive
 * @param corrects whether it says to correct an earlier one of the same document
 * @param lines none is a statement as well: nobody worked
 */
public record StatementDraft(
    Reference document,
    Optional<Reference> assignment,
    LocalDate firstDay,
    LocalDate lastDay,
    boolean corrects,
    Optional<String> purchaseOrder,
    List<LineDraft> lines) {

  /** Lines of one statement. */
  public static final int LINES_MAX = 5_000;

  private static final int PERIOD_DAYS_MAX = 366;

  /** What is wrong with its period, where there is anything. */
  public static Optional<Malformed> wrongPeriod(LocalDate firstDay, LocalDate lastDay) {
    if (lastDay.isBefore(firstDay)) {
      return Optional.of(new Malformed("DATE_ORDER", "The last day lies before the first one."));
    }
    return firstDay.plusDays(PERIOD_DAYS_MAX).isAfter(lastDay)
        ? Optional.empty()
        : Optional.of(new Malformed("PERIOD_LENGTH", "A statement is of 366 days at most."));
  }

  /** The same of an assignment that another one of its chain has, where it names none itself. */
  public StatementDraft orOf(Optional<Reference> other) {
    return new StatementDraft(
        document, assignment.or(() -> other), firstDay, lastDay, corrects, purchaseOrder, lines);
  }

  /** The same as a correction. */
  public StatementDraft correcting() {
    return new StatementDraft(document, assignment, firstDay, lastDay, true, purchaseOrder, lines);
  }

  /** The same without what it states. */
  public StatementDraft withoutLines() {
    return new StatementDraft(
        document, assignment, firstDay, lastDay, corrects, purchaseOrder, List.of());
  }

  /** Whether a relation runs on some of its days: on one of its ends, or from within it. */
  public boolean meets(Relation relation) {
    return relation.runsOn(firstDay)
        || relation.runsOn(lastDay)
        || (!relation.firstDay().isBefore(firstDay)
            && !relation.firstDay().isAfter(lastDay)
            && relation.runsOn(relation.firstDay()));
  }
}
