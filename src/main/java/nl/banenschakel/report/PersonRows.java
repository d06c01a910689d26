package nl.banenschakel.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.platform.audit.People;

/**
 * What one person's figures in a run are made of.
 *
 * @param run which run
 * @param person within the organisation
 * @param personnelNumber as in the report
 * @param tijdvakken in order; the hours of those that count add up to the person's
 * @param contracts parts with a day in the period, as they were known
 * @param relationships of every tijdvak, as they were known
 */
public record PersonRows(
    UUID run,
    UUID person,
    Optional<String> personnelNumber,
    List<Period> tijdvakken,
    List<Contract> contracts,
    List<Relationship> relationships) {

  /**
   * Some relationships.
   *
   * @param next where the next page begins, if there is one
   */
  public record Page(List<Relationship> rows, Optional<String> next) {}

  /**
   * One tijdvak.
   *
   * @param presence in the register
   * @param counts whether its hours are in the registered figure
   * @param verloondeUren of relationships that count
   * @param expectedHours by contract, two decimals
   * @param evidence what decides the presence
   */
  public record Period(
      String tijdvak,
      String presence,
      boolean counts,
      VerloondeUren verloondeUren,
      BigDecimal expectedHours,
      List<Evidence> evidence) {}

  /**
   * What the register told.
   *
   * @param isList a list of many; else an answer about one person
   */
  public record Evidence(UUID id, boolean isList) {}

  /**
   * A part of a contract.
   *
   * @param lastDay inclusive; none is known
   * @param onLastDay whether it runs on the last day of the period: then its hours count
   * @param upload the delivery it came with
   * @param line in that delivery
   */
  public record Contract(
      UUID id,
      String personnelNumber,
      LocalDate firstDay,
      Optional<LocalDate> lastDay,
      ContractHours hoursPerWeek,
      boolean onLastDay,
      UUID upload,
      int line) {}

  /**
   * An income relationship in a tijdvak, as it was known to a run.
   *
   * @param subject who: the person, or what stands for somebody without BSN
   * @param numIv the number of the relationship, of the payroll's own
   * @param person within the organisation; none where the message has no BSN
   * @param srtIv the kind of income
   * @param wageReturn the message that says so
   * @param position of the relationship in that message, from 1
   */
  public record Relationship(
      String tijdvak,
      UUID subject,
      int numIv,
      Optional<UUID> person,
      Optional<String> personnelNumber,
      int srtIv,
      VerloondeUren verloondeUren,
      UUID wageReturn,
      int position) {

    /** Whom they tell of: somebody without a BSN is nobody who is known here. */
    public static People people(List<Relationship> rows) {
      var known = rows.stream().flatMap(row -> row.person().stream()).toList();
      return known.size() == rows.size() ? People.of(known) : People.atLeast(known);
    }
  }
}
