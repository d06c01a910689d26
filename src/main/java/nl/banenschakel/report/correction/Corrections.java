package nl.banenschakel.report.correction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.report.CsvTable;
import nl.banenschakel.report.Report;
import nl.banenschakel.report.Sentences;

/**
 * The corrections that follow from a run.
 *
 * @param run which run, and of whom
 * @param items by personnel number and tijdvak; without a number first
 */
record Corrections(Run run, List<Item> items) {

  /** A run, as far as the list needs it. */
  record Run(
      UUID id, String loonheffingennummer, LocalDate from, LocalDate until, String resultHash) {}

  /**
   * One tijdvak of somebody, or of everybody.
   *
   * @param finding the difference it follows from; its hours are before and proposed
   * @param lkv the request for the LKV lacks: then the hours are right
   * @param lastDay on which it can be put right for the year; none where it was not kept
   */
  record Item(Report.Finding finding, boolean lkv, Optional<LocalDate> lastDay) {}

  /** A row each, in Dutch, for who corrects. */
  String csv(CsvTable.Flavour flavour) {
    var csv =
        new CsvTable(
            flavour,
            "personeelsnummer",
            "tijdvak",
            "code",
            "verloonde uren nu",
            "verloonde uren voorstel",
            "lkv aangevraagd nu",
            "lkv aangevraagd voorstel",
            "uiterlijk",
            "wat er is",
            "wat u doet");
    for (var item : items) {
      var finding = item.finding();
      csv.row(
          finding.personnelNumber(),
          finding.tijdvak(),
          finding.code(),
          finding.actual(),
          finding.expected(),
          item.lkv() ? "nee" : "",
          item.lkv() ? "ja" : "",
          item.lastDay(),
          Sentences.DUTCH.title(finding.code()),
          Sentences.DUTCH.next(finding));
    }
    return csv.take();
  }
}
