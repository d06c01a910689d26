package nl.banenschakel.web;

import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.report.Breakdown;
import nl.banenschakel.report.Report;

/** The addresses of the pages of one run; for the templates. */
public record RowsAt(UUID run) {
  static final String PATH = "/vergelijkingen/:run";

  /** Its people. */
  public String people() {
    return at() + "/mensen";
  }

  /** What one person's figures are made of. */
  public String person(UUID person) {
    return people() + "/" + person;
  }

  /** Where each person's figures belong. */
  public String shares() {
    return at() + "/verdeling";
  }

  /** The same of one row of a breakdown. */
  public String shares(Breakdown.Row row) {
    return shares() + "?rij=" + row.id();
  }

  /** Income relationships of a kind: counted, wsw or all. */
  public String relationships(String kind) {
    return at() + "/inkomens?soort=" + kind;
  }

  /** Differences of a code. */
  public String findings(String code) {
    return at() + "/verschillen?code=" + code;
  }

  /** The whole report for a spreadsheet. */
  public String csv() {
    return at() + "/rapport.csv";
  }

  /** What a difference is made of. */
  public Optional<String> of(Report.Finding finding) {
    return finding
        .person()
        .map(this::person)
        .or(() -> finding.tijdvak().map(it -> relationships("all") + "&tijdvak=" + it));
  }

  private String at() {
    return "/vergelijkingen/" + run;
  }
}
