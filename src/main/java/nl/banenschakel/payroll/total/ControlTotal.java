package nl.banenschakel.payroll.total;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.kernel.VerloondeUren;

/**
 * A control total beside what the wage returns come to.
 *
 * @param id its address, the same for all totals of a source for a tijdvak
 * @param number the payroll it is of
 * @param tijdvak which one
 * @param source who says so
 * @param stated what is said
 * @param statedBy the client or person that told it
 * @param statedAt since when it is known
 * @param wageReturn the message that it came with; empty: it came by itself
 * @param returned what the returns come to; empty: there is none to compare with
 * @param differs whether that is beyond tolerance
 */
record ControlTotal(
    UUID id,
    Loonheffingennummer number,
    Tijdvak tijdvak,
    String source,
    StatedTotal stated,
    String statedBy,
    OffsetDateTime statedAt,
    Optional<UUID> wageReturn,
    Optional<Returned> returned,
    boolean differs) {

  /**
   * What the returns of a tijdvak come to.
   *
   * @param hours of the relationships in force
   * @param relationships how many these are
   */
  record Returned(VerloondeUren hours, long relationships) {}

  /** What came of the comparison. */
  enum State {
    /** No wage return speaks of the tijdvak yet. */
    WAITING,
    /** Equal, or within tolerance. */
    AGREES,
    /** Beyond tolerance. */
    DIFFERS
  }

  State state() {
    return differs ? State.DIFFERS : returned.isPresent() ? State.AGREES : State.WAITING;
  }

  /** Whether the same was found of the same. */
  boolean tellsTheSameAs(ControlTotal other) {
    return state() == other.state()
        && stated.equals(other.stated)
        && returned.equals(other.returned);
  }
}
