package nl.banenschakel.platform.stream.table;

/**
 * One row of a table, whatever the form of its file. It has no readable {@code toString}: its cells
 * may hold a BSN.
 *
 * <p>Columns count from 0 in code and from 1, or from A, in the places that a sender reads.
 */
public interface TableRow {

  /** Where it stands in the file, from 1: a physical line, or a row of the sheet. */
  int number();

  /** How many cells it has. */
  int size();

  /** A cell without the spaces around it; empty where the row or the file has no such column. */
  String cell(int column);

  /** Its place, such as {@code line 13} or {@code sheet 1 row 13}. */
  String at();

  /** The place of a cell, such as {@code line 13 column 4} or {@code sheet 1 row 13 column D}. */
  String at(int column);

  /** Text without the spaces around it, nor no-break ones, which come along from a page. */
  static String bare(String cell) {
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
