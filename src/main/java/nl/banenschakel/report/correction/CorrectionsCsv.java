package nl.banenschakel.report.correction;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import nl.banenschakel.platform.db.Held;
import nl.banenschakel.platform.stream.Chunks;
import nl.banenschakel.report.CsvTable;
import nl.banenschakel.report.Sentences;

/** The list of corrections as CSV: a row each, in Dutch, for who corrects. */
final class CorrectionsCsv {
  /** The heads, of every form of a table. */
  static final List<String> COLUMNS =
      List.of(
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

  private final CsvTable csv;

  private CorrectionsCsv(CsvTable.Flavour flavour) {
    csv = new CsvTable(flavour, COLUMNS.toArray(String[]::new));
  }

  static Chunks write(Held<Corrections> held, CsvTable.Flavour flavour) {
    var list = new CorrectionsCsv(flavour);
    return Chunks.inTurn(
        List.of(Chunks.once(list::taken), Chunks.ofEach(held.value().items()::next, list::rows)),
        () -> held.release().onComplete(done -> {}));
  }

  private Buffer rows(List<Corrections.Item> items) {
    items.forEach(this::row);
    return taken();
  }

  private void row(Corrections.Item item) {
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

  private Buffer taken() {
    return Buffer.buffer(csv.take());
  }
}
