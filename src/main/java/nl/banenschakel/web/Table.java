package nl.banenschakel.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.banenschakel.report.Breakdown;
import nl.banenschakel.report.PersonRows;
import nl.banenschakel.report.Report;
import nl.banenschakel.report.Sentences;

/**
 * Rows that figures are made of, for the templates.
 *
 * @param caption what they are
 * @param heads of the columns
 * @param rows a cell for each head
 */
public record Table(String caption, List<String> heads, List<List<Cell>> rows) {

  /** Rows of one table on a page: beyond it there are more pages. */
  public static final int ROWS_MAX = 100;

  private static final String UNKNOWN = "niet bekend";

  /**
   * One cell.
   *
   * @param href where it leads to
   * @param isNumber stands at the right
   */
  public record Cell(String text, Optional<String> href, boolean isNumber) {}

  /** The first rows. */
  public static <T> List<T> first(List<T> rows) {
    return rows.subList(0, Math.min(ROWS_MAX, rows.size()));
  }

  static Table people(RowsAt at, List<Report.Person> people) {
    return new Table(
        "Contract en uren per persoon, op personeelsnummer.",
        List.of("Personeelsnummer", "Contract sinds", "Contracturen per week", "Verloonde uren"),
        people.stream()
            .map(
                person ->
                    List.of(
                        link(person.personnelNumber().orElse(UNKNOWN), at.person(person.id())),
                        text(person.since().map(Dutch::day).orElse("geen")),
                        person
                            .contractHoursPerWeek()
                            .map(it -> hours(it.perWeek()))
                            .orElseGet(() -> text("geen")),
                        whole(person.verloondeUren().hours())))
            .toList());
  }

  static Table findings(RowsAt at, List<Report.Finding> findings) {
    return new Table(
        "Verschillen, op personeelsnummer en tijdvak.",
        List.of("Wie", "Tijdvak", "Wat er is", "Waardoor", "Wat u nu doet"),
        findings.stream()
            .map(
                finding ->
                    List.of(
                        at.of(finding)
                            .map(href -> link(Dutch.who(finding), href))
                            .orElseGet(() -> text(Dutch.who(finding))),
                        text(finding.tijdvak().map(Dutch::tijdvak).orElse("hele periode")),
                        text(Sentences.DUTCH.what(finding)),
                        text(Sentences.DUTCH.why(finding)),
                        text(Sentences.DUTCH.next(finding))))
            .toList());
  }

  static Table shares(RowsAt at, List<Breakdown.Share> shares) {
    return new Table(
        "Waar de cijfers van iedere persoon horen. Elke persoon telt één keer; samen zijn de rijen het totaal.",
        List.of(
            "Personeelsnummer",
            "Afdeling",
            "School",
            "Kostenplaats",
            "Mensen",
            "Contracturen per week",
            "Verloonde uren"),
        shares.stream()
            .map(
                share ->
                    List.of(
                        link(share.personnelNumber().orElse(UNKNOWN), at.person(share.person())),
                        text(share.department().orElse("")),
                        text(share.school().orElse("")),
                        text(share.costCentre().orElse("")),
                        whole(share.people()),
                        hours(share.contractHours().perWeek()),
                        whole(share.verloondeUren().hours())))
            .toList());
  }

  static Table relationships(List<PersonRows.Relationship> rows) {
    return new Table(
        "Inkomstenverhoudingen zoals ze bij deze vergelijking bekend waren.",
        List.of(
            "Tijdvak", "Personeelsnummer", "Soort", "Verloonde uren", "Aangifte", "Plaats daarin"),
        rows.stream()
            .map(
                row ->
                    List.of(
                        text(Dutch.tijdvak(row.tijdvak())),
                        text(row.personnelNumber().orElse(UNKNOWN)),
                        whole(row.srtIv()),
                        whole(row.verloondeUren().hours()),
                        text(row.wageReturn().toString()),
                        whole(row.position())))
            .toList());
  }

  static Table tijdvakken(PersonRows person) {
    return new Table(
        "Per tijdvak. Alleen verloonde uren van tijdvakken die meetellen zitten in het cijfer.",
        List.of("Tijdvak", "In het register", "Telt mee", "Verloonde uren", "Verwacht", "Bewijs"),
        person.tijdvakken().stream()
            .map(
                period ->
                    List.of(
                        text(Dutch.tijdvak(period.tijdvak())),
                        text(Dutch.presence(period.presence())),
                        text(period.counts() ? "ja" : "nee"),
                        whole(period.verloondeUren().hours()),
                        hours(period.expectedHours()),
                        text(evidence(period))))
            .toList());
  }

  static Table contracts(PersonRows person) {
    return new Table(
        "Contracten met een dag in de periode.",
        List.of(
            "Personeelsnummer",
            "Eerste dag",
            "Laatste dag",
            "Contracturen per week",
            "Loopt op de laatste dag",
            "Levering",
            "Regel"),
        person.contracts().stream()
            .map(
                contract ->
                    List.of(
                        text(contract.personnelNumber()),
                        text(Dutch.day(contract.firstDay())),
                        text(contract.lastDay().map(Dutch::day).orElse("geen")),
                        hours(contract.hoursPerWeek().perWeek()),
                        text(contract.onLastDay() ? "ja" : "nee"),
                        text(contract.upload().toString()),
                        whole(contract.line())))
            .toList());
  }

  private static String evidence(PersonRows.Period period) {
    return period.evidence().stream()
        .map(it -> (it.isList() ? "lijst " : "antwoord ") + it.id())
        .collect(Collectors.joining(", "));
  }

  private static Cell text(String text) {
    return new Cell(text, Optional.empty(), false);
  }

  private static Cell link(String text, String href) {
    return new Cell(text, Optional.of(href), false);
  }

  private static Cell whole(long number) {
    return new Cell(Dutch.whole(number), Optional.empty(), true);
  }

  private static Cell hours(BigDecimal number) {
    return new Cell(Dutch.number(number, 2), Optional.empty(), true);
  }
}
