package nl.banenschakel.statement.link;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A reference means a person of the sender's own.
 *
 * @param reference the sender's own name for the person
 * @param end empty: it holds until further notice
 */
record PersonLink(
    UUID id,
    String reference,
    UUID person,
    LegalGround ground,
    LocalDate firstDay,
    OffsetDateTime recordedAt,
    String recordedBy,
    Optional<End> end) {

  /**
   * It holds no longer.
   *
   * @param lastDay inclusive; the day before the first one: it never held
   */
  record End(LocalDate lastDay, String reason, OffsetDateTime at, String by) {}
}
