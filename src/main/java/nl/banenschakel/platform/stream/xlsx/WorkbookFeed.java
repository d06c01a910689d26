package nl.banenschakel.platform.stream.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.table.FileSignature;
import nl.banenschakel.platform.stream.table.TableFeed;
import nl.banenschakel.platform.stream.table.TableRow;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * One sheet of a workbook to rows: the one that is asked for, else the first that can be seen and
 * holds anything. Hidden rows are read as the others are: what a filter hides is still in the file.
 * A merged cell has its value in its first cell. A workbook is read only when all of it is there,
 * at most {@value #BYTES_MAX} bytes, in memory; from then on its rows come a few thousand at a
 * time.
 */
public final class WorkbookFeed implements TableFeed {
  /** Bytes of the file as it comes in. */
  public static final int BYTES_MAX = 20 * 1024 * 1024;

  private static final int ROWS_AT_ONCE = 5_000;

  /** Where a mistake is that makes the whole of it unreadable. */
  public static final String PLACE = "workbook";

  private final Mistakes mistakes;
  private final Consumer<TableRow> rows;
  private final Optional<String> sheetName;
  private ByteArrayOutputStream file = new ByteArrayOutputStream();
  private Iterator<SheetRow> sheet = Collections.emptyIterator();
  private int sheetNumber = 1;
  private boolean begun;

  /**
   * Hands every row on, the first one included.
   *
   * @param sheetName the sheet that is asked for
   */
  public WorkbookFeed(Mistakes mistakes, Consumer<TableRow> rows, Optional<String> sheetName) {
    this.mistakes = mistakes;
    this.rows = rows;
    this.sheetName = sheetName;
  }

  @Override
  public void feed(byte[] piece) {
    if (file.size() <= BYTES_MAX) {
      file.writeBytes(piece);
    }
  }

  @Override
  public boolean end() {
    try {
      if (!begun) {
        begun = true;
        open();
      }
      for (int i = 0; i < ROWS_AT_ONCE && sheet.hasNext(); i++) {
        rows.accept(sheet.next());
      }
      return sheet.hasNext();
    } catch (Malformed refused) {
      mistakes.add(PLACE, refused.code(), refused.expected());
      sheet = Collections.emptyIterator();
      return false;
    }
  }

  @Override
  public String at(int row) {
    return SheetRow.at(sheetNumber, row);
  }

  private void open() {
    if (file.size() > BYTES_MAX) {
      throw WorkbookPackage.tooBig("more than 20 MiB");
    }
    var bytes = file.toByteArray();
    file = new ByteArrayOutputStream(0);
    FileSignature.insteadOfWorkbook(bytes)
        .ifPresent(
            other -> {
              throw other;
            });
    var vetted = new ByteArrayInputStream(WorkbookPackage.vetted(bytes));
    sheet = read(() -> chosen(new ReadableWorkbook(vetted, new ReadingOptions(true, true))));
  }

  private Iterator<SheetRow> chosen(ReadableWorkbook workbook) throws IOException {
    var sheets = workbook.getSheets().toList();
    if (sheetName.isPresent()) {
      var named = sheets.stream().filter(it -> it.getName().equals(sheetName.get())).findFirst();
      return rows(workbook, named.orElseThrow(WorkbookFeed::noSheet));
    }
    for (var visible : sheets) {
      if (visible.getVisibility() == SheetVisibility.VISIBLE) {
        var found = rows(workbook, visible);
        if (found.hasNext()) {
          return found;
        }
      }
    }
    mistakes.add(PLACE, "FILE_EMPTY", "There is nothing in this file.");
    return Collections.emptyIterator();
  }

  private Iterator<SheetRow> rows(ReadableWorkbook workbook, Sheet chosen) throws IOException {
    sheetNumber = chosen.getIndex() + 1;
    return new FilledRows(
        chosen.openStream().iterator(), sheetNumber, new CellText(workbook.isDate1904()));
  }

  private static Malformed noSheet() {
    return new Malformed("SHEET_UNKNOWN", "This workbook has no sheet of the name in the query.");
  }

  /** What the reader throws is about the file: it knows no failure of its own kind. */
  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException | RuntimeException broken) {
      throw broken instanceof Malformed malformed ? malformed : WorkbookPackage.broken();
    }
  }

  /** Reads on in the workbook. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  /** Those rows of a sheet that hold anything. */
  private static final class FilledRows implements Iterator<SheetRow> {
    private final Iterator<Row> all;
    private final int sheetNumber;
    private final CellText texts;
    private Optional<SheetRow> next = Optional.empty();
    private int number;

    FilledRows(Iterator<Row> all, int sheetNumber, CellText texts) {
      this.all = all;
      this.sheetNumber = sheetNumber;
      this.texts = texts;
    }

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && read(all::hasNext)) {
        var row = read(all::next);
        // Where rows have no number the reader counts them from 0.
        number = Math.max(number + 1, row.getRowNum());
        next =
            Optional.of(new SheetRow(sheetNumber, number, row, texts)).filter(SheetRow::isFilled);
      }
      return next.isPresent();
    }

    @Override
    public SheetRow next() {
      var row = next.orElseThrow();
      next = Optional.empty();
      return row;
    }
  }
}
