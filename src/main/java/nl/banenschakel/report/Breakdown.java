package nl.banenschakel.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.ContractHours;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.platform.audit.People;

/**
 * A run's registered figures by department, school or cost centre. Each column adds up to the
 * report's total, to the last decimal.
 *
 * @param by what is told apart
 * @param rows by name; the one without a name, of those whose contract does not say, is the last
 */
public record Breakdown(Dimension by, List<Row> rows) {

  /** What contracts can be told apart by. */
  public enum Dimension {
    /** Where somebody works. */
    DEPARTMENT("department", "Afdeling"),
    /** The school or location of a group of them. */
    SCHOOL("school", "School"),
    /** Who bears the cost. */
    COST_CENTRE("costCentre", "Kostenplaats");

    private final String text;
    private final String dutch;

    Dimension(String text, String dutch) {
      this.text = text;
      this.dutch = dutch;
    }

    /** The name in the contract. */
    public String text() {
      return text;
    }

    /** The name for a Dutch reader. */
    public String dutch() {
      return dutch;
    }
  }

  /**
   * The figures of one of them.
   *
   * @param id its address: names the shares that it sums
   * @param value the name as the contracts have it; none for those whose contract does not say
   * @param people each person counts once, in one row
   * @param contractHours on the last day of the period
   * @param verloondeUren paid in the period to people while in the register
   * @param jobsYear four decimals
   * @param jobsWeek four decimals
   */
  public record Row(
      UUID id,
      Optional<String> value,
      int people,
      ContractHours contractHours,
      VerloondeUren verloondeUren,
      BigDecimal jobsYear,
      BigDecimal jobsWeek) {}

  /**
   * The part of a person's figures that belongs in one place; the shares of a person add up to what
   * the person has.
   *
   * @param id names it within the run
   * @param person whose
   * @param personnelNumber as in the report
   * @param department as the contract has it; so are the other two
   * @param people 1 in one share of the person, 0 in the others
   * @param contractHours on the last day of the period
   * @param verloondeUren paid in the period while in the register
   */
  public record Share(
      UUID id,
      UUID person,
      Optional<String> personnelNumber,
      Optional<String> department,
      Optional<String> school,
      Optional<String> costCentre,
      int people,
      ContractHours contractHours,
      VerloondeUren verloondeUren) {

    /** Whom they tell of. */
    public static People people(List<Share> shares) {
      return People.of(shares.stream().map(Share::person).toList());
    }
  }

  /**
   * A breakdown with what it adds up to.
   *
   * @param header which run, of whom, over what
   * @param totals what its columns add up to
   * @param people in the run
   * @param breakdown the rows
   */
  record Whole(Report.Header header, Report.Totals totals, int people, Breakdown breakdown) {

    /** The rows as CSV; those whose contract does not say stand under {@code (geen)}. */
    String csv(CsvTable.Flavour flavour) {
      var csv =
          new CsvTable(
              flavour,
              breakdown.by().dutch().toLowerCase(Locale.ROOT),
              "mensen",
              "contracturen per week",
              "verloonde uren",
              "banen per jaar",
              "banen per week");
      for (var row : breakdown.rows()) {
        csv.row(
            row.value().orElse("(geen)"),
            row.people(),
            row.contractHours().perWeek(),
            row.verloondeUren().hours(),
            row.jobsYear(),
            row.jobsWeek());
      }
      return csv.take();
    }
  }

  /** Whether any contract said anything: else there is nothing to tell apart. */
  public boolean tellsApart() {
    return rows.stream().anyMatch(row -> row.value().isPresent());
  }
}
