package nl.banenschakel.register.connector;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Bsn;

/**
 * The people of one loonheffingennummer who are in the register.
 *
 * @param peildatum the day the list speaks of
 * @param updatedTo until when the register itself was up to date, if it said so
 * @param people each once, at most {@value #PEOPLE_MAX}
 */
public record BridgeList(LocalDate peildatum, Optional<LocalDate> updatedTo, List<Bsn> people) {
  /** People on one list. */
  public static final int PEOPLE_MAX = 100_000;

  /** Holds a copy. */
  public BridgeList {
    people = List.copyOf(people);
  }
}
