package nl.banenschakel.report.correction;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nl.banenschakel.platform.db.Held;
import nl.banenschakel.platform.stream.Chunks;
import nl.banenschakel.report.Sentences;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The list of corrections as a workbook of one sheet: hours are numbers, days are days, and all
 * else is text, which no spreadsheet runs as a formula. Rows leave memory as they are sent.
 */
final class CorrectionsXlsx {
  /** Rows below the header that a sheet has: ECMA-376 ends at 1,048,576. */
  static final int ROWS_MAX = 1_048_575;

  private static final double NARROW = 14;
  private static final double WIDE = 48;
  private static final int WIDE_FROM = 8;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Workbook workbook = new Workbook(bytes, "Banenschakel", null);
  private final Worksheet sheet = workbook.newWorksheet("Correcties");
  private int row;

  private CorrectionsXlsx() {}

  static Chunks write(Held<Corrections> held) {
    var list = new CorrectionsXlsx();
    return Chunks.inTurn(
        List.of(
            Chunks.once(list::header),
            Chunks.ofEach(held.value().items()::next, list::rows),
            Chunks.once(list::end)),
        () -> held.release().onComplete(done -> {}));
  }

  private Buffer header() {
    for (int column = 0; column < CorrectionsCsv.COLUMNS.size(); column++) {
      sheet.inlineString(0, column, CorrectionsCsv.COLUMNS.get(column));
      sheet.style(0, column).bold().set();
      sheet.width(column, column < WIDE_FROM ? NARROW : WIDE);
    }
    sheet.freezePane(0, 1);
    row = 1;
    return taken();
  }

  private Buffer rows(List<Corrections.Item> items) {
    items.forEach(this::row);
    return taken();
  }

  private void row(Corrections.Item item) {
    var finding = item.finding();
    finding.personnelNumber().ifPresent(number -> sheet.inlineString(row, 0, number));
    finding.tijdvak().ifPresent(tijdvak -> sheet.inlineString(row, 1, tijdvak));
    sheet.inlineString(row, 2, finding.code());
    finding.actual().ifPresent(hours -> sheet.value(row, 3, hours));
    finding.expected().ifPresent(hours -> sheet.value(row, 4, hours));
    if (item.lkv()) {
      sheet.inlineString(row, 5, "nee");
      sheet.inlineString(row, 6, "ja");
    }
    item.lastDay()
        .ifPresent(
            day -> {
              sheet.value(row, 7, day);
              sheet.style(row, 7).format("dd-mm-yyyy").set();
            });
    sheet.inlineString(row, 8, Sentences.DUTCH.title(finding.code()));
    sheet.inlineString(row, 9, Sentences.DUTCH.next(finding));
    row++;
  }

  private Buffer end() {
    try {
      sheet.finish();
      workbook.finish();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return take();
  }

  private Buffer taken() {
    try {
      sheet.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return take();
  }

  private Buffer take() {
    var taken = Buffer.buffer(bytes.toByteArray());
    bytes.reset();
    return taken;
  }
}
