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
import nl.banenschakel.platform.intake.column.ColumnField;
import nl.banenschakel.platform.intake.column.ColumnKind;
import nl.banenschakel.platform.intake.column.ColumnOperations;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableCell;
import nl.banenschakel.platform.stream.table.TableFeed;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableHeader;
import nl.banenschakel.platform.stream.table.TableRow;

/**
 * Reads a list as it was copied or saved: one BSN per line, or a table with a column for it. A
 * first row with a cell that is a BSN, or seems to be meant as one, is data and tells which column
 * it is; any other names the columns.
 */
final class ListFileDecoder implements EvidenceIntake.Input<ListBatch> {
  /** By the name that deliveries of lists have. */
  static final ColumnKind<Columns> KIND =
      new ColumnKind<>(
          "register-snapshot",
          List.of(new ColumnField<>("bsn", Columns::bsn, BsnColumn::shown)),
          Columns::of,
          Columns::isData,
          Optional.empty(),
          List.of());

  /** The operations about them. */
  static final ColumnOperations OPERATIONS =
      EvidenceIntake.columns(
          "RegisterSnapshot", "/v1/register-snapshots", "/v1/register-snapshot-column-mappings");

  private final Mistakes mistakes = new Mistakes();
  private final TableFeed feed;
  private final ListRows rows;
  private final EvidenceDraft draft;
  private ColumnMapping mapping;
  private Optional<Columns> columns = Optional.empty();
  private boolean hasMore;

  ListFileDecoder(PersonSealer sealer, TableFile file, EvidenceDraft draft, ColumnMapping mapping) {
    this.feed = file.feed(mistakes, this::row);
    this.rows = new ListRows(sealer);
    this.draft = draft;
    this.mapping = mapping;
  }

  /** Where the BSN is. */
  record Columns(int bsn) {

    static Columns of(TableRow first, ColumnMapping mapping, Mistakes mistakes) {
      int data = dataColumn(first);
      if (data != TableHeader.ABSENT) {
        return new Columns(data);
      }
      var header = new TableHeader(first, mapping);
      header.refuseGround(mistakes);
      return new Columns(header.position(BsnColumn.REQUIRED, mistakes));
    }

    /** Whether a first row is data. */
    static boolean isData(TableRow first) {
      return dataColumn(first) != TableHeader.ABSENT;
    }
  }

  /** The heads that a list lacks: its first row is data. */
  static List<String> heads(TableRow first) {
    int at = dataColumn(first);
    return IntStream.range(0, at == TableHeader.ABSENT ? 0 : first.size())
        .mapToObj(column -> column == at ? BsnColumn.REQUIRED.name() : "")
        .toList();
  }

  @Override
  public EvidenceDraft draft() {
    return draft;
  }

  /** None where the first row is data. */
  @Override
  public ColumnMapping mapping() {
    return mapping;
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
    if (columns.isEmpty()) {
      columns = Optional.of(Columns.of(row, mapping, mistakes));
      if (!Columns.isData(row)) {
        return;
      }
      mapping = ColumnMapping.NONE;
    }
    int bsn = columns.get().bsn();
    if (bsn != TableHeader.ABSENT) {
      person(row, bsn);
    }
  }

  private void person(TableRow row, int column) {
    try {
      var cell = TableCell.requireWorkedOut(row.cell(column));
      rows.add(TableCell.required(Bsn::parseFromFile).apply(cell));
    } catch (Malformed malformed) {
      rows.skip();
      mistakes.add(Violation.of(row.at(column), malformed));
    }
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
