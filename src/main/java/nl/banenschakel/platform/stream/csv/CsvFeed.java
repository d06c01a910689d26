package nl.banenschakel.platform.stream.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.CharBuffer;
import java.util.Iterator;
import java.util.function.Consumer;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.table.FileSignature;
import nl.banenschakel.platform.stream.table.TableFeed;
import nl.banenschakel.platform.stream.table.TableRow;

/**
 * Bytes of one CSV file, in pieces, to rows. UTF-8 with or without byte order mark, Windows-1252,
 * or UTF-16 with its mark, as Excel saves Unicode text; separator semicolon, comma or tab; line
 * ends CRLF, LF or CR. Lines without a value are skipped. A first line {@code sep=;}, as Excel
 * writes it, tells the separator and is no row. The first row, most often the header, tells how
 * many columns the others have at most: cells that lack at the end of a row are empty. What cannot
 * be a row is a mistake with its line, in the order of the file; memory is bounded by the piece.
 */
public final class CsvFeed implements TableFeed {
  /** Longest record: characters, separators and quotes included. */
  public static final int RECORD_CHARS_MAX = CsvScanner.RECORD_CHARS_MAX;

  private static final int START_BYTES = 8;

  private final CsvText text = new CsvText();
  private final CsvScanner scanner = new CsvScanner();
  private final Mistakes mistakes;
  private final Consumer<TableRow> rows;
  private final boolean lenient;
  private int columns;
  private int columnsMax; // more than that when the first row ends with empty cells
  private boolean headerBroken;
  private byte[] start = {};
  private boolean begun;

  /** Hands every row on, the first one included; adds what cannot be a row to the mistakes. */
  public CsvFeed(Mistakes mistakes, Consumer<TableRow> rows) {
    this(mistakes, rows, false);
  }

  private CsvFeed(Mistakes mistakes, Consumer<TableRow> rows, boolean lenient) {
    this.mistakes = mistakes;
    this.rows = rows;
    this.lenient = lenient;
  }

  /** Hands on rows with too many cells too, and tells no mistakes. */
  public static CsvFeed lenient(Consumer<TableRow> rows) {
    return new CsvFeed(new Mistakes(), rows, true);
  }

  @Override
  public void feed(byte[] piece) {
    if (begun) {
      read(piece);
      return;
    }
    start = CsvText.joined(start, piece);
    if (start.length >= START_BYTES) {
      begin();
    }
  }

  /** All of it at once: there is never more. */
  @Override
  public boolean end() {
    if (!begun) {
      begin();
    }
    scan(text.decode(new byte[0], true));
    scanner.end();
    handOn();
    if (columns == 0 && !headerBroken) {
      mistakes.add("line 1", "FILE_EMPTY", "There is nothing in this file.");
    }
    return false;
  }

  @Override
  public String at(int row) {
    return CsvRow.at(row, "");
  }

  /** The first bytes together tell what the file is. */
  private void begin() {
    begun = true;
    FileSignature.insteadOfText(start)
        .ifPresent(
            other -> {
              mistakes.add(Violation.of(at(1), other));
              headerBroken = true;
            });
    read(start);
  }

  private void read(byte[] piece) {
    scan(text.decode(piece, false));
    handOn();
  }

  private void scan(CharBuffer chars) {
    if (!headerBroken) {
      scanner.scan(chars);
    }
  }

  private void handOn() {
    var found = scanner.take();
    var records = records(scanner.takeText());
    for (var scanned : found) {
      handOn(scanned, records);
    }
  }

  private void handOn(CsvScanner.Scanned scanned, Iterator<CsvRecord> records) {
    if (headerBroken) {
      return; // Without its first row a file cannot be understood: the rest is passed over.
    }
    if (scanned.mistake() != null) {
      mistakes.add(scanned.mistake());
      headerBroken = columns == 0;
      return;
    }
    var row = new CsvRow(scanned.line(), records.next().getFields());
    if (row.filled() == 0) {
      return;
    }
    if (columns == 0) {
      columns = row.filled();
      columnsMax = row.size();
    }
    if (row.filled() > columnsMax && !lenient) {
      mistakes.add(wrongNumber(row));
    } else {
      rows.accept(row);
    }
  }

  private Violation wrongNumber(CsvRow row) {
    return new Violation(
        row.at(),
        "COLUMN_COUNT",
        "Expected at most %d columns as in the first line, found %d."
            .formatted(columns, row.filled()));
  }

  private Iterator<CsvRecord> records(String whole) {
    return CsvReader.builder()
        .fieldSeparator(scanner.separator())
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .skipEmptyLines(false)
        .ofCsvRecord(whole)
        .iterator();
  }
}
