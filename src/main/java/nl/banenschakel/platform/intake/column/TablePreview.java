package nl.banenschakel.platform.intake.column;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableFeed;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableHeader;
import nl.banenschakel.platform.stream.table.TableRow;

/**
 * A look at the first rows of a file: which column is taken for what, and what is understood of
 * each cell. Of a BSN no more is shown than that it is one, and no other text that may be one is
 * shown at all, in a cell or as the head of a column.
 */
final class TablePreview<C> implements Decoder<Void> {
  static final int ROWS_MAX = 50;

  private final ColumnKind<C> kind;
  private final Read read;
  private final Mistakes mistakes = new Mistakes();
  private final TableFeed feed;
  private final List<Column> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<String> fitting = new ArrayList<>();
  private Optional<C> positions = Optional.empty();
  private boolean hasHeads = true;

  /** By what the columns of a file were found. */
  enum Origin {
    /** By the mapping that is kept for the source. */
    SAVED,
    /** By a ready-made one that was asked for. */
    READY_MADE,
    /** By their names alone. */
    NAMES,
    /** By what stands in them: the first row is data. */
    NO_HEADS
  }

  /** By what it was read. */
  record Read(Origin origin, Optional<String> name, ColumnMapping mapping) {
    static final Read NAMES = new Read(Origin.NAMES, Optional.empty(), ColumnMapping.NONE);
    private static final Read NO_HEADS =
        new Read(Origin.NO_HEADS, Optional.empty(), ColumnMapping.NONE);

    static Read by(ReadyMadeMapping ready) {
      return new Read(Origin.READY_MADE, Optional.of(ready.name()), ready.draft().mapping());
    }

    static Read by(SavedMapping saved) {
      return new Read(Origin.SAVED, Optional.of(saved.source()), saved.mapping());
    }
  }

  /**
   * One column.
   *
   * @param head as the file has it; empty where it has none, or one that may hold a BSN
   * @param field what it is for; empty for one that is not read
   */
  record Column(String at, Optional<String> head, Optional<String> field) {}

  /** One row: what is understood of its cells, by field; a mistake is not among them. */
  record Row(String at, Map<String, String> cells) {}

  /** All there is to see. */
  record Seen(
      Read read,
      List<Column> columns,
      List<Row> rows,
      List<Violation> mistakes,
      int mistakesTotal,
      List<String> fitting) {

    /** A mapping that says of these columns what was found, to save as it is. */
    List<ColumnMappingDraft.Column> proposal() {
      return columns.stream()
          .filter(column -> column.head().isPresent())
          .map(
              column ->
                  new ColumnMappingDraft.Column(
                      column.head().get(), column.field().orElse(ColumnMapping.IGNORE)))
          .toList();
    }
  }

  TablePreview(ColumnKind<C> kind, TableFile file, Read read) {
    this.kind = kind;
    this.read = read;
    this.feed = file.feed(mistakes, this::row);
  }

  @Override
  public List<Void> feed(byte[] piece) {
    feed.feed(piece);
    return List.of();
  }

  /** The first part of what is left holds more rows than are shown. */
  @Override
  public List<Void> end() {
    boolean hasMore = feed.end();
    if (positions.isPresent() && rows.isEmpty() && !hasMore && mistakes.total() == 0) {
      kind.withoutRows().ifPresent(detail -> mistakes.add(feed.at(1), "FILE_WITHOUT_ROWS", detail));
    }
    return List.of();
  }

  @Override
  public Mistakes mistakes() {
    return mistakes;
  }

  Seen seen() {
    return new Seen(
        hasHeads ? read : Read.NO_HEADS, columns, rows, mistakes.kept(), mistakes.total(), fitting);
  }

  private void row(TableRow row) {
    if (positions.isEmpty()) {
      first(row);
      if (hasHeads) {
        return;
      }
    }
    if (rows.size() < ROWS_MAX) {
      rows.add(read(row, positions.orElseThrow()));
    }
  }

  private void first(TableRow row) {
    hasHeads = !kind.beginsWithData().test(row);
    var found = kind.finder().find(row, read.mapping(), mistakes);
    positions = Optional.of(found);
    for (int column = 0; column < row.size(); column++) {
      var head = hasHeads ? shownHead(row.cell(column)) : Optional.<String>empty();
      columns.add(new Column(row.at(column), head, kind.fieldAt(column, found)));
    }
    if (hasHeads) {
      fitting.addAll(kind.fitting(row));
    }
  }

  private Row read(TableRow row, C at) {
    var cells = new LinkedHashMap<String, String>();
    for (var field : kind.fields()) {
      int column = field.position(at);
      if (column != TableHeader.ABSENT) {
        try {
          cells.put(field.name(), field.read(row.cell(column)));
        } catch (Malformed malformed) {
          mistakes.add(Violation.of(row.at(column), malformed));
        }
      }
    }
    return new Row(row.at(), cells);
  }

  /** A file without heads begins with a person: what has digits enough for a BSN is not shown. */
  private static Optional<String> shownHead(String head) {
    return Optional.of(head).filter(ColumnMappingDraft.Column::isHead);
  }
}
