package nl.banenschakel.year;

import java.util.List;
import nl.banenschakel.kernel.ContractHours;

/**
 * What an opening comes to.
 *
 * @param left by reason, in the order of the reasons; none without any item and any change
 */
record YearFigures(Opening opening, Carried carried, List<Left> left) {

  /**
   * The contracts that are open on 1 January.
   *
   * @param hours agreed in them, together
   * @param changes since the opening before
   */
  record Carried(long contracts, long persons, ContractHours hours, Changes changes) {}

  /** How often one reason holds. */
  record Left(Reason reason, long items, Changes changes) {}

  /** How many rows this opening has and the one before had not, and the other way round. */
  record Changes(long added, long gone) {
    boolean any() {
      return added > 0 || gone > 0;
    }
  }

  /** How many items are left behind. */
  long leftBehind() {
    return left.stream().mapToLong(Left::items).sum();
  }

  /** Whether anything is not as it was in the opening before. */
  boolean changed() {
    return carried.changes().any() || left.stream().anyMatch(it -> it.changes().any());
  }
}
