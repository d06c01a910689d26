package nl.banenschakel.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Workbooks as somebody gets them: read, and changed in place. */
public final class WorkbookBytes {
  private WorkbookBytes() {}

  /** The names of the sheets. */
  public static List<String> sheets(byte[] workbook) {
    try (var opened = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      return opened.getSheets().map(it -> it.getName()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cells of a sheet, from 0, as texts; fails on one that is no text. */
  public static List<List<String>> rows(byte[] workbook, int sheet) {
    try (var opened = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      var rows = new ArrayList<List<String>>();
      for (var row : opened.getSheet(sheet).orElseThrow().read()) {
        rows.add(cells(row));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same workbook in which one sheet, from 1, is changed as text. */
  public static byte[] changed(byte[] workbook, int sheet, UnaryOperator<String> change) {
    var made = new ByteArrayOutputStream();
    try (var in = ZipFile.builder().setByteArray(workbook).get();
        var out = new ZipOutputStream(made)) {
      for (var entry : Collections.list(in.getEntries())) {
        var part = in.getInputStream(entry).readAllBytes();
        boolean isIt = entry.getName().equals("xl/worksheets/sheet" + sheet + ".xml");
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(isIt ? change.apply(new String(part, UTF_8)).getBytes(UTF_8) : part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made.toByteArray();
  }

  private static List<String> cells(Row row) {
    var cells = new ArrayList<String>();
    for (int column = 0; column < row.getCellCount(); column++) {
      cells.add(row.getCellAsString(column).orElse(""));
    }
    return cells;
  }
}
