package nl.banenschakel.party.mandate;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Role;

/**
 * That one organisation may act for another one.
 *
 * @param giver for which is acted
 * @param representative which acts
 * @param roles in which, in their order
 * @param lastDay inclusive
 */
record Mandate(
    UUID id,
    Side giver,
    Side representative,
    List<Role> roles,
    LocalDate firstDay,
    LocalDate lastDay,
    OffsetDateTime givenAt,
    String givenBy,
    Optional<End> end) {

  /** One of the two, by the name that the giver uses. */
  record Side(UUID organisation, String name) {}

  /** That one of the two ended it before its last day. */
  record End(UUID organisation, OffsetDateTime at, String by) {}

  /** Whether it holds on a day, is over, or is to come. */
  String status(LocalDate day) {
    if (end.isPresent() || day.isAfter(lastDay)) {
      return "ended";
    }
    return day.isBefore(firstDay) ? "to-come" : "running";
  }

  /** The other one of the two. */
  UUID otherThan(UUID organisation) {
    return giver.organisation().equals(organisation)
        ? representative.organisation()
        : giver.organisation();
  }
}
