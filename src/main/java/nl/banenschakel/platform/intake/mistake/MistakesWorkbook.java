package nl.banenschakel.platform.intake.mistake;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.table.TableRow;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A refused file as a workbook: its own rows with a column more, which tells what is wrong with
 * each, to be corrected and sent again. Beside it a sheet with every mistake that was kept. Every
 * cell is text: a leading zero stays, and nothing is a formula.
 */
public final class MistakesWorkbook {
  private static final String MADE_BY = "Banenschakel";

  /** Nobody reads it, but one is asked for. */
  private static final String VERSION = "1.0";

  private static final int PIECE_BYTES = 64 * 1024;
  private static final double[] WIDTHS = {24, 24, 90, 60};

  private MistakesWorkbook() {}

  /**
   * What the workbook tells.
   *
   * @param mistakes the first ones
   * @param total how many there were
   * @param heads the heads that a file lacks, by its first row; none where that row has them
   * @param language of the sentences: Dutch unless it is {@code en}
   */
  public record Told(
      List<Violation> mistakes,
      int total,
      Function<TableRow, List<String>> heads,
      String language) {
    WorkbookWords words() {
      return WorkbookWords.in(language);
    }
  }

  /** With the rows of the file. */
  static Buffer of(FileCopy.Packed file, Told told) {
    var words = told.words();
    var bytes = new BufferStream();
    try (var workbook = new Workbook(bytes, MADE_BY, VERSION)) {
      var sheet = workbook.newWorksheet(file.table().sheet().orElse(words.rows()));
      var rows = new RowsSheet(sheet, told);
      read(file, rows);
      if (!rows.isFilled() || rows.isTooLong()) {
        var lack = rows.isTooLong() ? FileCopy.Lack.TOO_LARGE : FileCopy.Lack.NO_TABLE;
        return without(Optional.of(lack), told);
      }
      write(workbook.newWorksheet(words.mistakes()), told, Optional.empty());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.buffer();
  }

  /** With the mistakes only. */
  static Buffer without(Optional<FileCopy.Lack> lack, Told told) {
    var bytes = new BufferStream();
    try (var workbook = new Workbook(bytes, MADE_BY, VERSION)) {
      var sheet = workbook.newWorksheet(told.words().mistakes());
      write(sheet, told, Optional.of(told.words().why(lack)));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.buffer();
  }

  private static void read(FileCopy.Packed file, RowsSheet rows) throws IOException {
    try (var bytes = new GZIPInputStream(new ByteArrayInputStream(file.bytes()))) {
      var feed = file.table().feedAgain(rows::add);
      for (var piece = bytes.readNBytes(PIECE_BYTES);
          piece.length > 0;
          piece = bytes.readNBytes(PIECE_BYTES)) {
        feed.feed(piece);
        rows.flush();
      }
      while (feed.end()) {
        rows.flush();
      }
      rows.end();
    }
  }

  private static void write(Worksheet sheet, Told told, Optional<String> why) {
    for (int column = 0; column < WIDTHS.length; column++) {
      sheet.width(column, WIDTHS[column]);
    }
    int row = 0;
    if (why.isPresent()) {
      sheet.inlineString(row++, 0, why.get());
    }
    if (told.total() > told.mistakes().size()) {
      var some = told.words().some().formatted(told.mistakes().size(), told.total());
      sheet.inlineString(row++, 0, some);
    }
    line(sheet, row, told.words().heads());
    sheet.range(row, 0, row, WIDTHS.length - 1).style().bold().set();
    for (var mistake : told.mistakes()) {
      var sentence = told.words().texts().of(mistake);
      line(sheet, ++row, List.of(mistake.at(), mistake.code(), sentence, mistake.detail()));
    }
  }

  private static void line(Worksheet sheet, int row, List<String> cells) {
    for (int column = 0; column < cells.size(); column++) {
      sheet.inlineString(row, column, cells.get(column));
    }
  }
}
