package nl.banenschakel.report;

import nl.banenschakel.kernel.ContractHours;

/**
 * A report as one CSV table for a Dutch spreadsheet: a row for the register list with its age, a
 * row a person and a row a difference.
 */
public final class CsvReport {
  private CsvReport() {}

  /** The table for a Dutch spreadsheet. */
  public static String of(Report report) {
    return of(report, CsvTable.Flavour.EXCEL_NL);
  }

  /** The table, with a header line. */
  static String of(Report report, CsvTable.Flavour flavour) {
    var csv =
        new CsvTable(
            flavour,
            "soort",
            "personeelsnummer",
            "sinds",
            "contracturen per week",
            "verloonde uren",
            "code",
            "tijdvak",
            "registerregel",
            "verwacht",
            "werkelijk",
            "toelichting");
    report.header().freshness().ifPresent(freshness -> write(csv, freshness));
    report.people().forEach(person -> write(csv, person));
    report.findings().forEach(finding -> write(csv, finding));
    return csv.take();
  }

  private static void write(CsvTable csv, Report.Freshness freshness) {
    csv.row(
        "registerlijst",
        "",
        freshness.peildatum(),
        "",
        "",
        freshness.level().name(),
        "",
        "",
        "",
        freshness.ageDays(),
        "Registerlijst van %s, %s.".formatted(freshness.peildatum(), freshness.dutch()));
  }

  private static void write(CsvTable csv, Report.Person person) {
    csv.row(
        "persoon",
        person.personnelNumber(),
        person.since(),
        person.contractHoursPerWeek().map(ContractHours::perWeek),
        person.verloondeUren().hours(),
        "",
        "",
        "",
        "",
        "",
        "");
  }

  private static void write(CsvTable csv, Report.Finding finding) {
    csv.row(
        "verschil",
        finding.personnelNumber(),
        "",
        "",
        "",
        finding.code(),
        finding.tijdvak(),
        finding.registerLine(),
        finding.expected(),
        finding.actual(),
        Sentences.DUTCH.all(finding));
  }
}
