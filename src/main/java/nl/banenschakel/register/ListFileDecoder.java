package nl.banenschakel.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Grondslag;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.person.BsnColumn;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.platform.stream.csv.CsvFeed;
import nl.banenschakel.platform.stream.csv.CsvHeader;
import nl.banenschakel.platform.stream.csv.CsvRow;

/**
 * Reads a list as it was copied or saved: one BSN per line, or a CSV file with a column for it. A
 * first row with a cell that is a BSN, or seems to be meant as one, is data and tells which column
 * it is; any other names the columns.
 */
final class ListFileDecoder implements Decoder<ListBatch> {
  private final Mistakes mistakes = new Mistakes();
  private final CsvFeed feed = new CsvFeed(mistakes, this::row);
  private final ListRows rows;
  private boolean begun;
  private int column;

  ListFileDecoder(PersonSealer sealer) {
    this.rows = new ListRows(sealer);
  }

  @Override
  public List<ListBatch> feed(byte[] piece) {
    feed.feed(piece);
    return rows.take();
  }

  @Override
  public List<ListBatch> end() {
    feed.end();
    rows.close();
    return rows.take();
  }

  @Override
  public Mistakes mistakes() {
    return mistakes;
  }

  private void row(CsvRow row) {
    if (!begun) {
      begun = true;
      column = dataColumn(row);
      if (column == CsvHeader.ABSENT) {
        column = header(new CsvHeader(row));
        return;
      }
    }
    if (column != CsvHeader.ABSENT) {
      person(row);
    }
  }

  private void person(CsvRow row) {
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

  private int header(CsvHeader header) {
    for (int ground : header.positions(Grondslag::isNamedBy)) {
      mistakes.add(
          header.at(ground),
          "GROUND_COLUMN",
          "This column is about why somebody is registered. That may not be taken in: leave it out.");
    }
    return header.position(BsnColumn.REQUIRED, mistakes);
  }

  /** Where a first row that is data has its BSN; absent when it names the columns. */
  private static int dataColumn(CsvRow row) {
    // A personnel number may look like an attempt: a BSN beside it comes first.
    return column(row, BsnColumn::isBsn)
        .or(() -> column(row, BsnColumn::isAttempt))
        .orElse(CsvHeader.ABSENT);
  }

  private static Optional<Integer> column(CsvRow row, Predicate<String> such) {
    return IntStream.range(0, row.size())
        .filter(column -> such.test(row.cell(column)))
        .boxed()
        .findFirst();
  }
}
