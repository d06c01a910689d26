package nl.banenschakel.register.difference;

import java.util.List;
import java.util.UUID;

/**
 * One person on one of two lists, or on both.
 *
 * @param personnelNumbers those of the contracts that are known, in order
 */
record Difference(UUID person, List<String> personnelNumbers, Change change) {

  /** What happened from the earlier list to the later one. */
  enum Change {
    /** On the later one only. */
    ENTERED,
    /** On the earlier one only; that is not exit (DOMAIN 3.3). */
    LEFT,
    /** On both. */
    UNCHANGED
  }

  /**
   * How many people of each; together they are everybody on either list.
   *
   * @param entered on the later list only
   * @param left on the earlier list only
   * @param unchanged on both
   */
  record Counts(int entered, int left, int unchanged) {}

  /** The counts, and some of the people by id. */
  record Page(Counts counts, List<Difference> people) {}
}
