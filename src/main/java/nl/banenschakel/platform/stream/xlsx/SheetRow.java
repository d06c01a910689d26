package nl.banenschakel.platform.stream.xlsx;

import nl.banenschakel.platform.stream.table.TableRow;
import org.dhatim.fastexcel.reader.Row;

/**
 * A row of a sheet. In places a sheet has its number, from 1 and hidden ones counted too, and not
 * its name: people name sheets after people.
 */
final class SheetRow implements TableRow {
  private final int sheet;
  private final int number;
  private final Row row;
  private final CellText texts;

  SheetRow(int sheet, int number, Row row, CellText texts) {
    this.sheet = sheet;
    this.number = number;
    this.row = row;
    this.texts = texts;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public int size() {
    return row.getCellCount();
  }

  @Override
  public String cell(int column) {
    return row.hasCell(column) ? TableRow.bare(texts.of(row.getCell(column))) : "";
  }

  @Override
  public String at() {
    return at(sheet, number);
  }

  @Override
  public String at(int column) {
    return at() + " column " + letters(column);
  }

  static String at(int sheet, int row) {
    return "sheet " + sheet + " row " + row;
  }

  boolean isFilled() {
    for (int column = 0; column < size(); column++) {
      if (!cell(column).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** As the spreadsheet shows it: A to Z, then AA. */
  private static String letters(int column) {
    var letters = new StringBuilder();
    for (int left = column; left >= 0; left = left / 26 - 1) {
      letters.append((char) ('A' + left % 26));
    }
    return letters.reverse().toString();
  }
}
