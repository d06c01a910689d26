package nl.banenschakel.person.search;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;

/**
 * Somebody who is known here.
 *
 * @param place which of those asked for it is, from 0
 * @param id names the person within this organisation; tells nothing outside it
 * @param knownSince when a delivery first brought this person
 * @param listed whether a list of the register ever had this person
 * @param answered whether the register was ever asked about this person alone
 * @param contracts open now
 */
record FoundPerson(
    int place,
    UUID id,
    OffsetDateTime knownSince,
    boolean listed,
    boolean answered,
    List<Contract> contracts) {

  /**
   * A contract of the person.
   *
   * @param number the payroll it belongs to
   * @param source the employer's system that it comes from
   */
  record Contract(
      UUID id,
      Loonheffingennummer number,
      String source,
      String personnelNumber,
      Optional<String> contractNumber) {}

  FoundPerson with(List<Contract> others) {
    return new FoundPerson(place, id, knownSince, listed, answered, others);
  }
}
