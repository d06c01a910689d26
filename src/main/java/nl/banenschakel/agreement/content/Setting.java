package nl.banenschakel.agreement.content;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.agreement.Side;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.relation.RelationKind;

/**
 * What a draft stands in: the relation, and what holds where the draft does not say otherwise.
 *
 * @param firstDay of the relation
 * @param lastDay of the relation, inclusive, where it has one
 */
public record Setting(
    RelationKind kind,
    LocalDate firstDay,
    Optional<LocalDate> lastDay,
    int statementDueDays,
    MonthDay correctionsUntil,
    int objectionDays,
    MonthDay finalFrom) {

  /** Of a relation, by the norms of a day. */
  public static Setting of(Relation relation, Norms norms, LocalDate day) {
    return new Setting(
        relation.kind(),
        relation.firstDay(),
        relation.lastDay(),
        norms.at(NormName.STATEMENT_DUE_DAYS, day).integer(),
        monthDay(norms, NormName.LAST_CORRECTION, day),
        norms.at(NormName.OBJECTION_DAYS, day).integer(),
        monthDay(norms, NormName.FINAL_SETTLEMENT_FROM, day));
  }

  /** Of what is stored: it lacks nothing, and was checked when it was drafted. */
  static Setting stored(RelationKind kind) {
    var never = MonthDay.of(1, 1);
    return new Setting(kind, LocalDate.MIN, Optional.empty(), 0, never, 0, never);
  }

  /**
   * Who lends or supplies employs the people: it asks for the LKV in its wage return (Wtl 2.11).
   */
  Side bonusTo() {
    return Side.PROVIDER;
  }

  /**
   * Who hires pays over its own payroll. Who lends in any other way than uitzend and Wsw, and who
   * supplies, does too: the act of 2025 exempts workers of those two only.
   */
  Set<Side> opslagPaidBy() {
    return kind == RelationKind.UITZEND || kind == RelationKind.WSW
        ? EnumSet.of(Side.RECEIVER)
        : EnumSet.allOf(Side.class);
  }

  private static MonthDay monthDay(Norms norms, NormName name, LocalDate day) {
    var numbers = norms.at(name, day).integers();
    return MonthDay.of(numbers.get(0), numbers.get(1));
  }
}
