package nl.banenschakel.register;

import java.util.List;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Grondslag;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.platform.stream.csv.CsvColumn;
import nl.banenschakel.platform.stream.csv.CsvFeed;
import nl.banenschakel.platform.stream.csv.CsvHeader;
import nl.banenschakel.platform.stream.csv.CsvRow;

/**
 * Reads a list as it was copied or saved: one BSN per line, or a CSV file with a column for it. A
 * first row that begins with a digit is data, any other names the columns.
 */
final class ListFileDecoder implements Decoder<ListBatch> {
  private static final CsvColumn BSN =
      CsvColumn.required(
          "BSN", "BSN-nummer,BSN nr,Burgerservicenummer,Burgerservicenr,Sofinummer,Sofi-nr");

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
      if (isHeader(row)) {
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
      rows.add(Bsn.parseFromFile(row.cell(column)));
    } catch (Malformed malformed) {
      rows.skip();
      mistakes.add(Violation.of(row.at(column), malformed));
    }
  }

  private int header(CsvHeader header) {
    for (int ground : header.positions(Grondslag::isNamedBy)) {
      mistakes.add(
          header.at(ground),
          "GROUND_COLUMN",
          "This column is about why somebody is registered. That may not be taken in: leave it out.");
    }
    return header.position(BSN, mistakes);
  }

  private static boolean isHeader(CsvRow row) {
    return row.size() > 1 || row.cell(0).chars().noneMatch(Character::isDigit);
  }
}
