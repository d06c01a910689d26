package nl.banenschakel.relation.invitation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.mail.EmailAddress;

/**
 * Somebody was asked to bring an organisation into a relation.
 *
 * @param recipient who, as the one that invites calls them
 * @param mail where the link was sent, if it was
 * @param end what came of it
 */
record Invitation(
    UUID id,
    UUID relation,
    String recipient,
    OffsetDateTime invitedAt,
    String invitedBy,
    OffsetDateTime expiresAt,
    Optional<Mailed> mail,
    Optional<End> end) {

  /** What its links are for. */
  static final String PURPOSE = "relation-invitation";

  /** How long a link works. */
  static final Period VALID = Period.ofDays(30);

  /** As what an invitation stands. */
  enum Status {
    /** Its link works. */
    OPEN,
    /** Its link works no longer: nobody used it in time. */
    EXPIRED,
    /** An organisation came in by it. */
    ACCEPTED,
    /** Whoever had the link does not want to. */
    DECLINED,
    /** The one that invited called it off. */
    WITHDRAWN;

    /** As the contract writes it. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Somebody is written to.
   *
   * @param at empty: not yet
   */
  record Mailed(EmailAddress to, Optional<OffsetDateTime> at) {}

  /** Its one end. */
  record End(Status outcome, OffsetDateTime at, String by) {}

  /** As what it stands at a moment. */
  Status status(Instant now) {
    return end.map(End::outcome)
        .orElse(expiresAt.toInstant().isAfter(now) ? Status.OPEN : Status.EXPIRED);
  }
}
