package nl.banenschakel.report.correction;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Rows;
import nl.banenschakel.report.Report;

/**
 * The corrections that follow from a run, to be read while they are sent.
 *
 * @param run which run, and of whom
 * @param items by personnel number and tijdvak; without a number first
 */
record Corrections(Run run, Rows<Item> items) {

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
}
