package nl.banenschakel.statement.assignment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody works, or an order is carried out, under a relation.
 *
 * @param provider who lends or supplies: whose it is
 * @param receiver who hires or buys
 * @param purchaseOrder the receiver's own number for it
 * @param lastDay inclusive; empty: it has none yet
 * @param term which saying of the last day this is, from 1
 * @param source what only the provider reads
 */
public record Assignment(
    UUID id,
    UUID provider,
    UUID receiver,
    UUID relation,
    Optional<String> purchaseOrder,
    LocalDate firstDay,
    Optional<LocalDate> lastDay,
    int term,
    OffsetDateTime recordedAt,
    String recordedBy,
    Optional<Source> source) {

  /**
   * What the provider calls it.
   *
   * @param person the provider's own name for who works in it, where it is of one person
   */
  public record Source(String reference, Optional<String> person) {}

  /** Whether it has ended before a day. */
  public boolean endedBefore(LocalDate day) {
    return lastDay.filter(day::isAfter).isPresent();
  }

  /** Whether a span lies within its days. */
  public boolean covers(LocalDate from, LocalDate until) {
    return !from.isBefore(firstDay) && !endedBefore(until);
  }
}
