package nl.banenschakel.employment.resource;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.Loonheffingennummer;

/**
 * A contract as it is known now, or was known at a moment.
 *
 * @param id the same in all its versions
 * @param number the payroll it belongs to
 * @param source the employer's system that it comes from
 * @param personnelNumber the employer's own number for the person
 * @param contractNumber the employer's own number for the contract
 * @param changedAt when it was last changed or closed; later for every change of a tenant's
 *     contracts
 * @param parts by first day; none of a contract that is closed
 */
record Contract(
    UUID id,
    Loonheffingennummer number,
    String source,
    String personnelNumber,
    Optional<String> contractNumber,
    OffsetDateTime changedAt,
    List<Part> parts) {

  /**
   * What was agreed from a day on.
   *
   * @param person within this organisation
   * @param endDate inclusive; empty: no end known
   * @param expectedRegistered whether HR expects the person in the doelgroepregister
   */
  record Part(
      UUID person,
      LocalDate startDate,
      Optional<LocalDate> endDate,
      ContractHours hours,
      boolean expectedRegistered,
      Optional<String> department,
      Optional<String> school,
      Optional<String> costCentre) {}

  /** Whether its source still says it. */
  boolean isOpen() {
    return !parts.isEmpty();
  }

  /** Another one for every version, as the header {@code ETag} has it. */
  String tag() {
    long micros =
        ChronoUnit.MICROS.between(OffsetDateTime.parse("1970-01-01T00:00:00Z"), changedAt);
    return "\"" + Long.toString(micros, Character.MAX_RADIX) + "\"";
  }
}
