package nl.banenschakel.payroll.resource;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.kernel.VerloondeUren;

/**
 * What one message says of an income relationship in a tijdvak.
 *
 * @param tijdvak when
 * @param subject who: the person, or what stands for somebody without BSN
 * @param numIv the number of the relationship, of the payroll's own
 * @param person within this organisation; none where the message has no BSN
 * @param personnelNumber PersNr; none where it is not given, or may be a BSN
 * @param stated what it says of it; none where it withdraws it
 * @param wageReturn the message that says so
 * @param inForce whether that held at the moment of the question
 */
record Relationship(
    Tijdvak tijdvak,
    UUID subject,
    int numIv,
    Optional<UUID> person,
    Optional<String> personnelNumber,
    Optional<Stated> stated,
    UUID wageReturn,
    boolean inForce) {

  /**
   * What was paid and asked for.
   *
   * @param hours whole; below zero in a correction
   * @param contractHoursPerWeek as the message itself has them; its form lets them be below zero
   * @param premiumWage PrlnAofAnwLg and PrlnAofAnwHg together, euros
   * @param lkvRequested whether the LKV banenafspraak is asked for
   * @param cdAard the nature of the relationship
   * @param srtIv the kind of income
   */
  record Stated(
      VerloondeUren hours,
      Optional<BigDecimal> contractHoursPerWeek,
      BigDecimal premiumWage,
      boolean lkvRequested,
      Optional<Integer> cdAard,
      int srtIv) {}
}
