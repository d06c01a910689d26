package nl.banenschakel.statement.hourtype;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What hours of a type are, and the days it holds for.
 *
 * @param name as it is sent: a SETU 1.x word, a SETU 2.x code, or the sender's own
 * @param validUntil last day, inclusive; empty when no end is known
 * @param source where it is written
 */
record HourType(
    String name,
    Verdict verdict,
    LocalDate validFrom,
    Optional<LocalDate> validUntil,
    String source) {

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && validUntil.map(last -> !day.isAfter(last)).orElse(true);
  }

  boolean contradicts(HourType other) {
    return name.equals(other.name) && (holdsOn(other.validFrom) || other.holdsOn(validFrom));
  }
}
