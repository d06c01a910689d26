package nl.banenschakel.report;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A report as a Dutch reader sees it in a terminal: each line as wide as its sentences. */
public final class TextReport implements ReportDocument {
  private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");

  @Override
  public Buffer head(Report report) {
    return text(
        out -> {
          header(out, report.header());
          totals(out, report);
          report.breakdowns().stream()
              .filter(Breakdown::tellsApart)
              .forEach(breakdown -> breakdown(out, breakdown));
          line(out, "");
          line(
              out,
              "%-36s %-10s %21s %15s",
              "Personeelsnummer",
              "Sinds",
              "Contracturen per week",
              "Verloonde uren");
        });
  }

  @Override
  public Buffer people(List<Report.Person> people) {
    return text(out -> people.forEach(person -> person(out, person)));
  }

  @Override
  public Buffer between(Report report) {
    return text(
        out -> {
          line(out, "");
          line(out, "Verschillen: %d", report.findings());
        });
  }

  @Override
  public Buffer findings(List<Report.Finding> findings) {
    return text(out -> findings.forEach(finding -> finding(out, finding)));
  }

  @Override
  public Buffer tail(Report report) {
    return text(
        out -> {
          line(out, "");
          line(out, "Controlegetal (SHA-256): %s", report.header().resultHash());
        });
  }

  private static Buffer text(Consumer<StringBuilder> lines) {
    var out = new StringBuilder();
    lines.accept(out);
    return Buffer.buffer(out.toString());
  }

  private static void header(StringBuilder out, Report.Header header) {
    line(out, "Banenafspraak: vergelijking van register, contracten en loonaangiften");
    line(
        out,
        "%s, %s, van %s tot en met %s",
        header.organisation(),
        header.loonheffingennummer(),
        header.from(),
        header.until());
    header.asOf().ifPresent(moment -> line(out, "Zoals bekend op %s (UTC)", moment.toInstant()));
    line(out, "");
  }

  private static void totals(StringBuilder out, Report report) {
    var totals = report.totals();
    line(
        out,
        "  Banen (verloonde uren / uren per baan per jaar)  %12s",
        number(totals.jobsYear(), 4));
    line(
        out,
        "  Banen (contracturen / uren per baan per week)    %12s",
        number(totals.jobsWeek(), 4));
    line(
        out,
        "  Regels op de registerlijst                       %12d",
        report.header().registerLines());
    freshness(out, report.header());
    line(out, "  Mensen uit het register die hier werken          %12d", report.people());
    line(
        out,
        "  Verloonde uren van mensen uit het register       %12d",
        totals.verloondeUrenRegistered().hours());
    line(
        out,
        "  Verloonde uren van iedereen                      %12d",
        totals.verloondeUrenAll().hours());
    if (totals.verloondeUrenWsw().hours() != 0) {
      line(
          out,
          "  Verloonde uren Wsw (apart)                       %12d",
          totals.verloondeUrenWsw().hours());
    }
    line(
        out,
        "  Contracturen per week op de laatste dag          %12s",
        number(totals.contractHoursPerWeekRegistered().perWeek(), 2));
    unknown(out, report.tijdvakken());
  }

  private static void freshness(StringBuilder out, Report.Header header) {
    header
        .freshness()
        .ifPresent(list -> line(out, "  Registerlijst van %s: %s", list.peildatum(), list.dutch()));
  }

  private static void unknown(StringBuilder out, List<Report.Period> tijdvakken) {
    tijdvakken.stream()
        .filter(period -> !period.asked())
        .forEach(
            period ->
                line(out, "  Let op: het register is niet gevraagd over %s.", period.tijdvak()));
  }

  private static void breakdown(StringBuilder out, Breakdown breakdown) {
    line(out, "");
    line(
        out,
        "%-36s %10s %21s %15s %12s",
        breakdown.by().dutch(),
        "Mensen",
        "Contracturen per week",
        "Verloonde uren",
        "Banen (jaar)");
    for (var row : breakdown.rows()) {
      line(
          out,
          "%-36s %10d %21s %15d %12s",
          row.value().orElse("(geen)"),
          row.people(),
          number(row.contractHours().perWeek(), 2),
          row.verloondeUren().hours(),
          number(row.jobsYear(), 4));
    }
  }

  private static void person(StringBuilder out, Report.Person person) {
    line(
        out,
        "%-36s %-10s %21s %15d",
        person.personnelNumber().orElse("-"),
        person.since().map(Object::toString).orElse("-"),
        person.contractHoursPerWeek().map(hours -> number(hours.perWeek(), 2)).orElse("-"),
        person.verloondeUren().hours());
  }

  private static void finding(StringBuilder out, Report.Finding finding) {
    line(out, "");
    line(out, "  %s", finding.code());
    line(out, "    %s", Sentences.DUTCH.what(finding));
    line(out, "    %s", Sentences.DUTCH.why(finding));
    line(out, "    Doe dit: %s", Sentences.DUTCH.next(finding));
  }

  private static String number(BigDecimal number, int decimals) {
    return String.format(DUTCH, "%." + decimals + "f", number);
  }

  private static void line(StringBuilder out, String text, Object... values) {
    out.append(values.length == 0 ? text : String.format(DUTCH, text, values))
        .append(System.lineSeparator());
  }
}
