package nl.banenschakel.web;

import java.util.List;
import java.util.Locale;
import nl.banenschakel.report.Report;
import nl.banenschakel.report.Sentences;

/**
 * Differences of one code, under one heading.
 *
 * @param told what the report tells of them
 */
public record Group(Report.Group told) {

  /** One of the closed list (DOMAIN 6). */
  public String code() {
    return told.code();
  }

  /** How many there are. */
  public int size() {
    return told.size();
  }

  /** The first of them, in the report's order. */
  public List<Report.Finding> findings() {
    return told.findings();
  }

  /** The heading. */
  public String title() {
    return Sentences.DUTCH.title(code());
  }

  /** The name of its place in the page. */
  public String anchor() {
    return "verschil-" + code().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
