package nl.banenschakel.report;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import nl.banenschakel.kernel.ContractHours;

/**
 * A report as one CSV table for a spreadsheet: a row for the register list with its age, a row a
 * person and a row a difference.
 */
public final class CsvReport implements ReportDocument {
  private final CsvTable csv;

  /** Begins with a header line. */
  public CsvReport(CsvTable.Flavour flavour) {
    csv =
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
  }

  @Override
  public Buffer head(Report report) {
    report.header().freshness().ifPresent(this::write);
    return taken();
  }

  @Override
  public Buffer people(List<Report.Person> people) {
    people.forEach(this::write);
    return taken();
  }

  @Override
  public Buffer between(Report report) {
    return taken();
  }

  @Override
  public Buffer findings(List<Report.Finding> findings) {
    findings.forEach(this::write);
    return taken();
  }

  @Override
  public Buffer tail(Report report) {
    return taken();
  }

  private Buffer taken() {
    return Buffer.buffer(csv.take());
  }

  private void write(Report.Freshness freshness) {
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

  private void write(Report.Person person) {
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

  private void write(Report.Finding finding) {
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
