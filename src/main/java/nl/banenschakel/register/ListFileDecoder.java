package nl.banenschakel.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.person.BsnColumn;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.platform.stream.table.TableFeed;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableHeader;
import nl.banenschakel.platform.stream.table.TableRow;

/**
 * Reads a list as it was copied or saved: one BSN per line, or a table with a column for it. A
 * first row with a cell that is a BSN, or seems to be meant as one, is data and tells which column
 * it is; any other names the columns.
 */
final class ListFileDecoder implements Decoder<ListBatch> {
  private final Mistakes mistakes = new Mistakes();
  private final TableFeed feed;
  private final ListRows rows;
  private boolean begun;
  private boolean hasMore;
  private int column;

  ListFileDecoder(PersonSealer sealer, TableFile file) {
    this.feed = file.feed(mistakes, this::row);
    this.rows = new ListRows(sealer);
  }

  /** The heads that a list lacks: its first row is data. */
  static List<String> heads(TableRow first) {
    int at = dataColumn(first);
    return IntStream.range(0, at == TableHeader.ABSENT ? 0 : first.size())
        .mapToObj(column -> column == at ? BsnColumn.REQUIRED.name() : "")
        .toList();
  }

  @Override
  public List<ListBatch> feed(byte[] piece) {
    feed.feed(piece);
    return rows.take();
  }

  @Override
  public List<ListBatch> end() {
    hasMore = feed.end();
    if (!hasMore) {
      rows.close();
    }
    return rows.take();
  }

  @Override
  public boolean hasMore() {
    return hasMore;
  }

  @Override
  public Mistakes mistakes() {
    return mistakes;
  }

  private void row(TableRow row) {
    if (!begun) {
      begun = true;
      column = dataColumn(row);
      if (column == TableHeader.ABSENT) {
        column = header(new TableHeader(row));
        return;
      }
    }
    if (column != TableHeader.ABSENT) {
      person(row);
    }
  }

  private void person(TableRow row) {
    try {
      rows.add(bsn(row.cell(column)));
    } catch (Malformed malformed) {
      rows.skip();
      mistakes.add(Violation.of(row.at(column), malformed));
    }
  }

  private static Bsn bsn(String cell) {
    if (cell.isEmpty()) {
      throw new Malformed("VALUE_REQUIRED", "This cell must hold a BSN.");
    }
    return Bsn.parseFromFile(cell);
  }

  private int header(TableHeader header) {
    header.refuseGround(mistakes);
    return header.position(BsnColumn.REQUIRED, mistakes);
  }

  /** Where a first row that is data has its BSN; absent when it names the columns. */
  private static int dataColumn(TableRow row) {
    // A personnel number may look like an attempt: a BSN beside it comes first.
    return column(row, BsnColumn::isBsn)
        .or(() -> column(row, BsnColumn::isAttempt))
        .orElse(TableHeader.ABSENT);
  }

  private static Optional<Integer> column(TableRow row, Predicate<String> such) {
    return IntStream.range(0, row.size())
        .filter(column -> such.test(row.cell(column)))
        .boxed()
        .findFirst();
  }
}
