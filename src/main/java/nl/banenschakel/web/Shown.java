package nl.banenschakel.web;

import java.util.List;
import nl.banenschakel.report.Report;

/** What of a report is put on the page; for the templates. */
public final class Shown {
  /** Rows of one table: beyond it a page serves nobody. */
  public static final int ROWS_MAX = 100;

  private Shown() {}

  /** The first rows. */
  public static <T> List<T> of(List<T> rows) {
    return rows.subList(0, Math.min(ROWS_MAX, rows.size()));
  }

  /** Whom a difference is about. */
  public static String who(Report.Finding finding) {
    return finding
        .personnelNumber()
        .or(
            () ->
                finding.registerLine().map(line -> "Regel " + Dutch.whole(line) + " van de lijst"))
        .orElse("Iedereen");
  }
}
