package nl.banenschakel.register.fetch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Netherlands;

/**
 * When the list of a number is fetched, and how that goes. Every number has one; until it is set
 * nothing is fetched.
 *
 * @param number its id, and that of the schedule
 * @param version 0 while it was never set
 * @param isActive whether anything is fetched
 * @param every between two fetches
 * @param startAt of the first one; all others are counted from here
 * @param nextAt when it is asked again, where anything is
 * @param trouble why the last attempt failed, where it did
 * @param fetchedAt when a list came in last
 * @param snapshot what came in then
 */
public record Schedule(
    UUID number,
    Loonheffingennummer loonheffingennummer,
    int version,
    boolean isActive,
    Period every,
    Optional<OffsetDateTime> startAt,
    Optional<OffsetDateTime> nextAt,
    Optional<Trouble> trouble,
    Optional<OffsetDateTime> fetchedAt,
    Optional<UUID> snapshot) {

  /** As long as the register itself takes to be renewed. */
  static final Period MONTHLY = Period.ofMonths(1);

  /**
   * Nothing came in lately.
   *
   * @param code of {@code openapi/problems.md}
   * @param attempts in a row
   * @param since when the first of them failed
   */
  record Trouble(String code, int attempts, OffsetDateTime since) {}

  /** What tells this version of what was set from any other. */
  String tag() {
    return "\"" + version + "\"";
  }

  /** The first moment of the plan after another one: what was missed is not made up for. */
  Instant plannedAfter(Instant now) {
    return planned(startAt.orElseThrow().toInstant(), every, now);
  }

  /** Counted from the start each time: a month from 31 January and from there again is 31 March. */
  static Instant planned(Instant start, Period every, Instant now) {
    var first = start.atZone(Netherlands.ZONE);
    var planned = first;
    for (int n = 1; !planned.toInstant().isAfter(now); n++) {
      planned = first.plus(every.multipliedBy(n));
    }
    return planned.toInstant();
  }

  boolean isDue(Instant now) {
    return isActive && nextAt.filter(next -> !next.toInstant().isAfter(now)).isPresent();
  }
}
