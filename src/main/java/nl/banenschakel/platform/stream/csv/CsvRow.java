package nl.banenschakel.platform.stream.csv;

import java.util.List;

/**
 * One record of a file. It has no readable {@code toString}: its cells may hold a BSN.
 *
 * <p>Columns count from 0 in code and from 1 in the places that a sender reads.
 */
public final class CsvRow {
  private final int line;
  private final List<String> cells;

  CsvRow(int line, List<String> cells) {
    this.line = line;
    this.cells = cells;
  }

  /** The physical line where it starts, from 1: lines inside quotes and empty lines count. */
  public int line() {
    return line;
  }

  /** How many cells it has. */
  public int size() {
    return cells.size();
  }

  /** A cell without the spaces around it; empty where the row or the file has no such column. */
  public String cell(int column) {
    return column < 0 || column >= cells.size() ? "" : bare(cells.get(column));
  }

  /** The place of a cell, such as {@code line 13 column 4}. */
  public String at(int column) {
    return "line " + line + " column " + (column + 1);
  }

  /** How many cells there are up to the last one that holds anything. */
  int filled() {
    int filled = cells.size();
    while (filled > 0 && bare(cells.get(filled - 1)).isEmpty()) {
      filled--;
    }
    return filled;
  }

  /** Also without no-break spaces, which come along when cells are copied from a page. */
  private static String bare(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isSpace(cell.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(cell.charAt(end - 1))) {
      end--;
    }
    return cell.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F' || c == '\uFEFF';
  }
}
