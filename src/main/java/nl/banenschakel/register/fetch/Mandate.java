package nl.banenschakel.register.fetch;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;

/**
 * Somebody may ask the register for an employer (eHerkenning, ketenmachtiging), as it is on record
 * here. It opens nothing at UWV; without it nothing is asked.
 *
 * @param version from 1; one more with every change
 * @param number of the employer
 * @param holder who may ask
 * @param firstDay of the mandate
 * @param lastDay inclusive
 * @param warned whether its end was told of
 */
public record Mandate(
    UUID id,
    int version,
    Loonheffingennummer number,
    String holder,
    Set<Coverage> covers,
    LocalDate firstDay,
    LocalDate lastDay,
    boolean warned,
    OffsetDateTime changedAt,
    String changedBy) {

  /** What may be asked. */
  public enum Coverage {
    /** Everybody of this employer who is in the register. */
    LIST,
    /** Whether one person is. */
    ANSWER;

    /**
     * Reads {@code list} or {@code answer}.
     *
     * @throws Malformed when it is another word
     */
    static Coverage parse(String text) {
      return Arrays.stream(values())
          .filter(coverage -> coverage.text().equals(text))
          .findFirst()
          .orElseThrow(() -> new Malformed("COVERAGE_UNKNOWN", "Expected list or answer."));
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What tells this version from any other. */
  String tag() {
    return "\"" + version + "\"";
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }
}
