package nl.banenschakel.report;

/**
 * A breakdown with what it adds up to.
 *
 * @param header which run, of whom, over what
 * @param totals what its columns add up to
 * @param people in the run
 * @param breakdown the rows
 */
record BreakdownReport(
    Report.Header header, Report.Totals totals, int people, Breakdown breakdown) {

  /** The rows as CSV; those whose contract does not say stand under {@code (geen)}. */
  String csv(CsvTable.Flavour flavour) {
    var csv =
        new CsvTable(
            flavour,
            breakdown.by().dutch().toLowerCase(java.util.Locale.ROOT),
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
