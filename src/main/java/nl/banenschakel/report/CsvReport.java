package nl.banenschakel.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Optional;
import nl.banenschakel.kernel.ContractHours;

/**
 * A report as one CSV table for a Dutch spreadsheet: semicolons, decimal commas, a row a person and
 * a row a difference. Text that a spreadsheet would run as a formula is made plain text.
 */
public final class CsvReport {
  private CsvReport() {}

  /** The table, with a header line and a byte order mark, which Excel needs to read UTF-8. */
  public static String of(Report report) {
    var text = new StringWriter();
    text.write('\uFEFF');
    // The text is a buffer already: one more would have to be emptied at the end.
    var csv = CsvWriter.builder().fieldSeparator(';').bufferSize(0).build(text);
    csv.writeRecord(
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
    return text.toString();
  }

  private static void write(CsvWriter csv, Report.Person person) {
    csv.writeRecord(
        "persoon",
        safe(person.personnelNumber()),
        person.since().map(Object::toString).orElse(""),
        number(person.contractHoursPerWeek().map(ContractHours::perWeek)),
        String.valueOf(person.verloondeUren().hours()),
        "",
        "",
        "",
        "",
        "",
        "");
  }

  private static void write(CsvWriter csv, Report.Finding finding) {
    csv.writeRecord(
        "verschil",
        safe(finding.personnelNumber()),
        "",
        "",
        "",
        finding.code(),
        finding.tijdvak().orElse(""),
        finding.registerLine().map(String::valueOf).orElse(""),
        number(finding.expected()),
        number(finding.actual()),
        safe(Optional.of(Sentences.DUTCH.all(finding))));
  }

  private static String number(Optional<BigDecimal> number) {
    return number.map(n -> n.stripTrailingZeros().toPlainString().replace('.', ',')).orElse("");
  }

  /** A cell that starts with one of these would be run as a formula. */
  private static String safe(Optional<String> text) {
    var cell = text.orElse("");
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
