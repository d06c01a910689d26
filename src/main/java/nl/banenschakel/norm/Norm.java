package nl.banenschakel.norm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One parameter and the days it holds for.
 *
 * @param values one value, or those of a list
 * @param unit what the value counts
 * @param validFrom first day
 * @param validUntil last day, inclusive; empty when no end is known
 * @param source article, decree or page that says so
 */
public record Norm(
    NormName name,
    List<BigDecimal> values,
    String unit,
    LocalDate validFrom,
    Optional<LocalDate> validUntil,
    Status status,
    String source) {

  /** How far a parameter is law. Euros of what is not in force are shown as indicative only. */
  public enum Status {
    /** Holds. */
    IN_FORCE,
    /** Law, but set aside. */
    SUSPENDED,
    /** Adopted; its first day is not there yet or not known. */
    ENACTED_NOT_STARTED,
    /** Proposed only. */
    PROPOSAL,
    /** Somebody's assumption. */
    SCENARIO;

    /** The name in the files, such as {@code enacted-not-started}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Status> labelled(String label) {
      return Arrays.stream(values()).filter(status -> status.label().equals(label)).findFirst();
    }
  }

  /** The value of a parameter that has one, with the digits it was written with. */
  public BigDecimal decimal() {
    if (values.size() != 1) {
      throw new IllegalStateException(name.text() + " is a list");
    }
    return values.get(0);
  }

  /** The value of a parameter that is a whole number. */
  public int integer() {
    return decimal().intValueExact();
  }

  /** The values of a parameter that is a list of whole numbers, in the order of the file. */
  public List<Integer> integers() {
    return values.stream().map(BigDecimal::intValueExact).toList();
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && validUntil.map(last -> !day.isAfter(last)).orElse(true);
  }

  boolean overlaps(Norm other) {
    return holdsOn(other.validFrom) || other.holdsOn(validFrom);
  }
}
