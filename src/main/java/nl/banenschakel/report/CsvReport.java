package nl.banenschakel.report;

import nl.banenschakel.kernel.ContractHours;

/** A report as one CSV table for a Dutch spreadsheet: a row a person and a row a difference. */
public final class CsvReport {
  private CsvReport() {}

  /** The table, with a header line and a byte order mark, which Excel needs to read UTF-8. */
  public static String of(Report report) {
    var csv =
        new CsvTable(
            CsvTable.Flavour.EXCEL_NL,
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
    report.people().forEach(person -> write(csv, person));
    report.findings().forEach(finding -> write(csv, finding));
    return csv.take();
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
