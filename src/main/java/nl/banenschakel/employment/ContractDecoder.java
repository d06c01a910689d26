package nl.banenschakel.employment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.banenschakel.employment.column.ContractCell;
import nl.banenschakel.employment.column.ContractColumns;
import nl.banenschakel.employment.column.ContractTable;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.person.PersonSealer;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableCell;
import nl.banenschakel.platform.stream.table.TableFeed;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableHeader;
import nl.banenschakel.platform.stream.table.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * Reads a contracts file. The BSN is sealed here: a row goes on with the blind index only. A cell
 * that is stored as it stands and holds the row's own BSN, or as a free text anybody's, is refused:
 * or the BSN would be stored unsealed. A number that may be somebody else's goes on with a blind
 * index too: whether it is shows when all rows are there.
 */
final class ContractDecoder implements Decoder<ContractBatch> {
  private final PersonSealer sealer;
  private final ColumnMapping mapping;
  private final Mistakes mistakes = new Mistakes();
  private final TableFeed feed;
  private @Nullable ContractColumns columns;
  private boolean anyRow;
  private boolean hasMore;
  private List<ContractRow> rows = new ArrayList<>();
  private List<ContractBatch> full = new ArrayList<>();

  ContractDecoder(PersonSealer sealer, TableFile file, ColumnMapping mapping) {
    this.sealer = sealer;
    this.mapping = mapping;
    this.feed = file.feed(mistakes, this::row);
  }

  /** The place of a row, by its number. */
  String at(int row) {
    return feed.at(row);
  }

  @Override
  public List<ContractBatch> feed(byte[] piece) {
    feed.feed(piece);
    return takeFull();
  }

  @Override
  public List<ContractBatch> end() {
    hasMore = feed.end();
    if (hasMore) {
      return takeFull();
    }
    if (columns != null && !anyRow && mistakes.total() == 0) {
      mistakes.add(feed.at(1), "FILE_WITHOUT_ROWS", ContractTable.WITHOUT_ROWS);
    }
    if (!rows.isEmpty()) {
      batch();
    }
    return takeFull();
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
    if (columns == null) {
      columns = ContractColumns.of(new TableHeader(row, mapping), mistakes);
      return;
    }
    anyRow = true;
    read(row, columns).ifPresent(rows::add);
    if (rows.size() == ContractBatch.ROWS_MAX) {
      batch();
    }
  }

  /** Reads every cell, so that all mistakes show; no row comes of a file that has one. */
  private Optional<ContractRow> read(TableRow row, ContractColumns at) {
    var personnelNumber =
        cell(
            row,
            at.personnelNumber(),
            TableCell.required(ContractCell.text(ContractCell.PERSONNEL_NUMBER_CHARS_MAX)));
    var bsn = cell(row, at.bsn(), TableCell.required(Bsn::parseFromFile));
    var startDate = cell(row, at.startDate(), TableCell.required(ContractCell::startDate));
    var endDate = cell(row, at.endDate(), ContractCell::endDate).flatMap(Function.identity());
    var hours = cell(row, at.contractHours(), TableCell.required(ContractCell::contractHours));
    var expected = cell(row, at.expected(), TableCell::yes);
    var contractNumber = text(row, at.contractNumber());
    var department = text(row, at.department());
    var school = text(row, at.school());
    var costCentre = text(row, at.costCentre());
    requireOrder(row, at, startDate, endDate);
    bsn.ifPresent(own -> requireSealed(row, at, own));
    if (mistakes.total() > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new ContractRow(
            row.number(),
            sealer.blindIndex(bsn.orElseThrow()),
            personnelNumber.orElseThrow(),
            personnelNumber.flatMap(sealer::blindIndexIn),
            contractNumber,
            contractNumber.flatMap(sealer::blindIndexIn),
            startDate.orElseThrow(),
            endDate,
            hours.orElseThrow(),
            expected.orElse(false),
            department,
            school,
            costCentre));
  }

  private Optional<String> text(TableRow row, int column) {
    return cell(row, column, TableCell.optional(ContractCell.text(ContractCell.TEXT_CHARS_MAX)))
        .flatMap(Function.identity());
  }

  /** Empty when the file lacks the column, or when the cell is a mistake. */
  private <T> Optional<T> cell(TableRow row, int column, Function<String, T> parse) {
    if (column == TableHeader.ABSENT) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(TableCell.requireWorkedOut(row.cell(column))));
    } catch (Malformed malformed) {
      mistakes.add(Violation.of(row.at(column), malformed));
      return Optional.empty();
    }
  }

  private void requireOrder(
      TableRow row, ContractColumns at, Optional<LocalDate> start, Optional<LocalDate> end) {
    if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
      mistakes.add(row.at(at.endDate()), "DATE_ORDER", ContractCell.DATE_ORDER);
    }
  }

  private void requireSealed(TableRow row, ContractColumns at, Bsn own) {
    // The employer's own numbers may have nine digits, of which one in eleven looks like a BSN.
    for (int column : new int[] {at.personnelNumber(), at.contractNumber()}) {
      if (own.isHeldBy(row.cell(column))) {
        mistakes.add(row.at(column), "BSN_ELSEWHERE", ContractCell.BSN_ELSEWHERE);
      }
    }
    for (int column : new int[] {at.department(), at.school(), at.costCentre()}) {
      if (own.isHeldBy(row.cell(column)) || Bsn.occursIn(row.cell(column))) {
        mistakes.add(row.at(column), "BSN_ELSEWHERE", ContractCell.BSN_ELSEWHERE);
      }
    }
  }

  private void batch() {
    full.add(new ContractBatch(rows, sealer.drain()));
    rows = new ArrayList<>();
  }

  private List<ContractBatch> takeFull() {
    var taken = full;
    full = new ArrayList<>();
    return taken;
  }
}
