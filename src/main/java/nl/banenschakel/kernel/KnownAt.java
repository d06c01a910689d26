package nl.banenschakel.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Knowledge time: as of which moment a question is asked. A fact was known then when {@code
 * known_from <= moment and known_until > moment}, or, where no moment is given, when it is known
 * still.
 *
 * @param moment in whole microseconds, as the database keeps them; empty: all that is known now
 */
public record KnownAt(Optional<Instant> moment) {
  /** All that is known now. */
  public static final KnownAt NOW = new KnownAt(Optional.empty());

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  /**
   * A moment, which is cut to whole microseconds.
   *
   * @throws Malformed with {@code AS_OF_FUTURE} when it has not come yet: the answer would change
   */
  public static KnownAt of(Instant moment, InstantSource clock) {
    if (moment.isAfter(clock.instant())) {
      throw new Malformed(
          "AS_OF_FUTURE", "This moment has not come yet: what will be known then is not known.");
    }
    if (moment.isBefore(EARLIEST)) {
      throw malformed();
    }
    return new KnownAt(Optional.of(moment.truncatedTo(ChronoUnit.MICROS)));
  }

  /**
   * Reads a moment as RFC 3339 writes it, with its offset: without one it is a different moment in
   * every place.
   *
   * @throws Malformed with {@code AS_OF_FORM} or {@code AS_OF_FUTURE}
   */
  public static KnownAt parse(String text, InstantSource clock) {
    try {
      return of(OffsetDateTime.parse(text).toInstant(), clock);
    } catch (DateTimeException unreadable) {
      throw malformed();
    }
  }

  /** For the database: the moment, or the greatest there is, which it reads as infinity. */
  public OffsetDateTime instant() {
    return moment.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MAX);
  }

  private static Malformed malformed() {
    return new Malformed(
        "AS_OF_FORM",
        "Expected a moment with its offset such as 2026-05-01T00:00:00Z or 2026-05-01T02:00:00+02:00;"
            + " in an address write the plus sign percent-encoded.");
  }
}
