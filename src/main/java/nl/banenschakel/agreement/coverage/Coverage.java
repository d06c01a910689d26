package nl.banenschakel.agreement.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nl.banenschakel.agreement.Agreement.InForce;

/** Lays agreements over the days of a relation: pure. */
final class Coverage {
  private Coverage() {}

  /** What is amiss on some days. */
  enum Amiss {
    /** No agreement is in force. */
    AGREEMENT_MISSING,
    /** Several are: which one holds is anybody's guess. */
    TWO_AGREEMENTS
  }

  /**
   * Days in a row on which the same is amiss.
   *
   * @param until inclusive; empty: as long as the relation lasts
   * @param inForce those that are in force then
   */
  record Stretch(Amiss what, LocalDate from, Optional<LocalDate> until, List<InForce> inForce) {}

  /**
   * All stretches, the earliest first.
   *
   * @param first day of the relation
   * @param last day of it, inclusive, where it has one
   */
  static List<Stretch> amiss(LocalDate first, Optional<LocalDate> last, List<InForce> inForce) {
    var turns = new TreeSet<LocalDate>(List.of(first));
    for (var span : inForce) {
      turns.add(span.from());
      span.until().ifPresent(until -> turns.add(until.plusDays(1)));
    }
    turns.removeIf(day -> day.isBefore(first) || last.filter(day::isAfter).isPresent());
    var stretches = new ArrayList<Stretch>();
    for (var from : turns) {
      var next = Optional.ofNullable(turns.higher(from));
      var until = next.map(day -> day.minusDays(1)).or(() -> last);
      var there = inForce.stream().filter(it -> it.isOn(from)).toList();
      if (there.size() != 1) {
        var what = there.isEmpty() ? Amiss.AGREEMENT_MISSING : Amiss.TWO_AGREEMENTS;
        stretches.add(new Stretch(what, from, until, there));
      }
    }
    return List.copyOf(stretches);
  }
}
