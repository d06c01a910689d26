package nl.banenschakel.platform.stream.table;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.Room;
import nl.banenschakel.platform.stream.csv.CsvFeed;
import nl.banenschakel.platform.stream.xlsx.WorkbookFeed;

/**
 * A file with a table in it, as far as is known before it is read.
 *
 * @param form of the file
 * @param sheet the sheet that is asked for by name, where the form has any
 */
public record TableFile(TableForm form, Optional<String> sheet) {
  /** Text with separators. */
  public static final TableFile CSV = new TableFile(TableForm.CSV, Optional.empty());

  /** Workbooks at the same moment in this process: each may hold some 100 MB. */
  public static final int WORKBOOKS_MAX = 2;

  /** As many as a spreadsheet lets a name have. */
  private static final int SHEET_CHARS_MAX = 31;

  private static final Room WORKBOOKS =
      new Room(WORKBOOKS_MAX, "Many workbooks are coming in at this moment: try again shortly.");

  /**
   * Reads the name of a sheet.
   *
   * @throws Malformed when it has another form, or holds a BSN
   */
  public static String parseSheet(String text) {
    if (text.isBlank() || text.length() > SHEET_CHARS_MAX) {
      throw new Malformed("TEXT_LENGTH", "Expected 1 to %d characters.".formatted(SHEET_CHARS_MAX));
    }
    if (Bsn.occursIn(text)) {
      throw new Malformed(
          "TEXT_HOLDS_BSN", "This name holds a BSN: give the sheet another, or put it first.");
    }
    return text;
  }

  /** Reads it: hands its rows on, and adds what cannot be one to the mistakes. */
  public TableFeed feed(Mistakes mistakes, Consumer<TableRow> rows) {
    return switch (form) {
      case CSV -> new CsvFeed(mistakes, rows);
      case XLSX -> new WorkbookFeed(mistakes, rows, sheet);
    };
  }

  /**
   * Reads it once more for who mends it: hands on those rows too that have too many cells, and
   * passes over what cannot be a row.
   */
  public TableFeed feedAgain(Consumer<TableRow> rows) {
    return switch (form) {
      case CSV -> CsvFeed.lenient(rows);
      case XLSX -> new WorkbookFeed(new Mistakes(), rows, sheet);
    };
  }

  /**
   * Does what is done with it, unless that would take more memory than there is for workbooks.
   *
   * @throws Failure.Unavailable through the future, when {@value #WORKBOOKS_MAX} are under way
   */
  public <T> Future<T> admitted(Supplier<Future<T>> work) {
    return form == TableForm.XLSX ? WORKBOOKS.admit(work) : work.get();
  }
}
