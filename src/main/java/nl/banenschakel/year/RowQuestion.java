package nl.banenschakel.year;

import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Malformed;

/**
 * Which rows of a year are asked for.
 *
 * @param opening empty: the latest
 * @param change only what the opening has and the one before had not, or the other way round
 * @param reason only what is left behind for this reason
 * @param after the row after which to go on
 * @param limit how many at most
 */
record RowQuestion(
    Optional<Integer> opening,
    Optional<Change> change,
    Optional<Reason> reason,
    Optional<UUID> after,
    int limit) {

  /** The number of the opening that says the rows. */
  int sayingIt(Opening asked) {
    return change.equals(Optional.of(Change.GONE)) ? asked.number() - 1 : asked.number();
  }

  /** The number of the opening that must not say them; of the first one there is none before. */
  Optional<Integer> notSayingIt(Opening asked) {
    return change.map(it -> it == Change.GONE ? asked.number() : asked.number() - 1);
  }

  /** How an opening differs from the one before it. */
  enum Change {
    /** It says this, and the one before did not. */
    ADDED,
    /** The one before said this, and it does not. */
    GONE;

    /**
     * Reads {@code added} or {@code gone}.
     *
     * @throws Malformed when it is another word
     */
    static Change parse(String text) {
      return switch (text) {
        case "added" -> ADDED;
        case "gone" -> GONE;
        default -> throw new Malformed("CHANGE_UNKNOWN", "Expected added or gone.");
      };
    }
  }
}
