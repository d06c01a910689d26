package nl.banenschakel.employment;

import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.util.Optional;
import nl.banenschakel.kernel.ContractHours;

/**
 * One line of a contracts file, read without a mistake.
 *
 * @param line where it starts in the file, from 1
 * @param blindIndex stands for the BSN
 * @param personnelIndex stands for the BSN that the personnel number may be
 * @param contractIndex stands for the BSN that the contract number may be
 * @param endDate inclusive; empty: no end known
 * @param expectedRegistered whether HR expects the person in the doelgroepregister
 */
record ContractRow(
    int line,
    Buffer blindIndex,
    String personnelNumber,
    Optional<Buffer> personnelIndex,
    Optional<String> contractNumber,
    Optional<Buffer> contractIndex,
    LocalDate startDate,
    Optional<LocalDate> endDate,
    ContractHours hours,
    boolean expectedRegistered,
    Optional<String> department,
    Optional<String> school,
    Optional<String> costCentre) {

  /**
   * What makes it the same contract in the next delivery: its number, or the start date, and the
   * personnel number, since many packages number contracts per employee. The first letter keeps the
   * two kinds apart, the length two numbers that run into each other.
   */
  String contractKey() {
    return contractNumber
        .map(number -> "C %d %s %s".formatted(number.length(), number, personnelNumber))
        .orElseGet(() -> "P " + startDate + " " + personnelNumber);
  }
}
