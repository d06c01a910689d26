package nl.banenschakel.year;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.Loonheffingennummer;

/**
 * A contract that is open on 1 January, by the part that began last.
 *
 * @param endDate inclusive; empty: no end known
 */
record CarriedContract(
    UUID contract,
    Loonheffingennummer number,
    UUID person,
    String personnelNumber,
    LocalDate startDate,
    Optional<LocalDate> endDate,
    ContractHours hours,
    Evidence evidence) {

  /**
   * By what it is open.
   *
   * @param knownFrom the version of the contract: since when it is known so
   * @param upload the delivery that said it
   * @param line of that delivery
   */
  record Evidence(OffsetDateTime knownFrom, UUID upload, int line) {}
}
