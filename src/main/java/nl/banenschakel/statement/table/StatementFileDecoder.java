package nl.banenschakel.statement.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.platform.stream.Decoder;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableFeed;
import nl.banenschakel.platform.stream.table.TableFile;
import nl.banenschakel.platform.stream.table.TableHeader;
import nl.banenschakel.platform.stream.table.TableRow;

/**
 * Reads a file with statements. A row belongs to the statement of its document, wherever it stands;
 * so the statements are there when the file has ended, all at once, and are held until then.
 */
final class StatementFileDecoder implements Decoder<List<FileStatement>> {
  /** Rows of one file: some 15 MB. */
  static final int ROWS_MAX = 20_000;

  /** Statements of one file, which are taken in together. */
  static final int STATEMENTS_MAX = 500;

  private final ColumnMapping mapping;
  private final Mistakes mistakes = new Mistakes();
  private final TableFeed feed;
  private final Map<String, FileStatement> statements = new LinkedHashMap<>();
  private Optional<StatementColumns> columns = Optional.empty();
  private int rows;

  StatementFileDecoder(TableFile file, ColumnMapping mapping) {
    this.mapping = mapping;
    this.feed = file.feed(mistakes, this::row);
  }

  /** How many rows state something. */
  int rows() {
    return rows;
  }

  @Override
  public List<List<FileStatement>> feed(byte[] piece) {
    feed.feed(piece);
    return List.of();
  }

  @Override
  public List<List<FileStatement>> end() {
    while (feed.end()) {
      // It is held whole anyway: there is nobody to hold back.
    }
    if (columns.isPresent() && rows == 0 && mistakes.total() == 0) {
      mistakes.add(feed.at(1), "FILE_WITHOUT_ROWS", StatementTable.WITHOUT_ROWS);
    }
    return List.of(List.copyOf(statements.values()));
  }

  @Override
  public Mistakes mistakes() {
    return mistakes;
  }

  private void row(TableRow row) {
    if (columns.isEmpty()) {
      columns = Optional.of(StatementColumns.of(new TableHeader(row, mapping), mistakes));
      new FileRow(row, columns.get(), mistakes).refuseUnreadBsns();
      return;
    }
    rows++;
    var read = new FileRow(row, columns.get(), mistakes);
    read.refuseUnreadBsns();
    if (rows <= ROWS_MAX) {
      add(read);
    } else if (rows == ROWS_MAX + 1) {
      mistakes.add(row.at(), "FILE_TOO_LONG", tooLong(ROWS_MAX, "rows"));
    }
  }

  private void add(FileRow row) {
    var head = StatementRow.read(row);
    var name = head.name(row);
    int before = statements.size();
    // A row of no statement is still read, for its other mistakes.
    var statement =
        name.map(it -> statements.computeIfAbsent(it, first -> new FileStatement(it, row)))
            .orElseGet(() -> new FileStatement("", row));
    if (before == STATEMENTS_MAX && statements.size() > before) {
      mistakes.add(row.at(), "FILE_TOO_LONG", tooLong(STATEMENTS_MAX, "statements"));
    }
    statement.add(row, head);
  }

  private static String tooLong(int max, String what) {
    return "A file has %,d %s at most: send the rest in another one.".formatted(max, what);
  }
}
