package nl.banenschakel.platform.stream.csv;

import java.util.List;
import nl.banenschakel.platform.stream.table.TableRow;

/** One record of a CSV file: its number is the line where it starts. */
final class CsvRow implements TableRow {
  private final int line;
  private final List<String> cells;

  CsvRow(int line, List<String> cells) {
    this.line = line;
    this.cells = cells;
  }

  /** Lines inside quotes and empty lines count. */
  @Override
  public int number() {
    return line;
  }

  @Override
  public int size() {
    return cells.size();
  }

  @Override
  public String cell(int column) {
    return column < 0 || column >= cells.size() ? "" : TableRow.bare(cells.get(column));
  }

  @Override
  public String at() {
    return at(line, "");
  }

  @Override
  public String at(int column) {
    return at(line, " column " + (column + 1));
  }

  static String at(int line, String column) {
    return "line " + line + column;
  }

  /** How many cells there are up to the last one that holds anything. */
  int filled() {
    int filled = cells.size();
    while (filled > 0 && TableRow.bare(cells.get(filled - 1)).isEmpty()) {
      filled--;
    }
    return filled;
  }
}
