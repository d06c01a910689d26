package nl.banenschakel.statement.table;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.table.TableCell;
import nl.banenschakel.platform.stream.table.TableHeader;
import nl.banenschakel.platform.stream.table.TableRow;

/** A row of a file with statements, whose cells are read one by one for all their mistakes. */
final class FileRow {
  private final TableRow row;
  private final StatementColumns columns;
  private final Mistakes mistakes;

  FileRow(TableRow row, StatementColumns columns, Mistakes mistakes) {
    this.row = row;
    this.columns = columns;
    this.mistakes = mistakes;
  }

  /** Its place in the file. */
  String at() {
    return row.at();
  }

  /** The place of a cell, or of the row where the file has no such column. */
  String at(StatementColumn column) {
    int position = columns.position(column);
    return position == TableHeader.ABSENT ? row.at() : row.at(position);
  }

  /** What a cell says; empty when it says nothing, or is a mistake. */
  <T> Optional<T> read(StatementColumn column, Function<String, T> parse) {
    int position = columns.position(column);
    if (position == TableHeader.ABSENT) {
      return Optional.empty();
    }
    try {
      var cell = requireNoBsn(TableCell.requireWorkedOut(row.cell(position)));
      return TableCell.optional(parse).apply(cell);
    } catch (Malformed malformed) {
      mistakes.add(Violation.of(row.at(position), malformed));
      return Optional.empty();
    }
  }

  /** The same of a cell that must say something. */
  <T> Optional<T> readRequired(StatementColumn column, Function<String, T> parse) {
    if (isEmpty(column)) {
      refuse(column, "VALUE_REQUIRED", "This cell must hold a value.");
    }
    return read(column, parse);
  }

  boolean isEmpty(StatementColumn column) {
    return row.cell(columns.position(column)).isEmpty();
  }

  /** A day that must be there, with the years that a statement can be of. */
  Optional<LocalDate> readDay(StatementColumn column) {
    return readRequired(column, StatementCell::day);
  }

  void refuse(StatementColumn column, String code, String detail) {
    mistakes.add(at(column), code, detail);
  }

  /** No statement may hold a BSN: not even a column that is not read, or the head of one. */
  void refuseUnreadBsns() {
    for (int position = 0; position < row.size(); position++) {
      if (!columns.isRead(position) && Bsn.occursBesideIds(row.cell(position))) {
        mistakes.add(Violation.of(row.at(position), holdsBsn()));
      }
    }
  }

  private static String requireNoBsn(String cell) {
    if (Bsn.occursBesideIds(cell)) {
      throw holdsBsn();
    }
    return cell;
  }

  private static Malformed holdsBsn() {
    return new Malformed(
        "TEXT_HOLDS_BSN", "This holds a BSN: leave it out, also where nobody reads it.");
  }
}
