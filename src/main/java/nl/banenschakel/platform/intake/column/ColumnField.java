package nl.banenschakel.platform.intake.column;

import java.util.function.Function;
import java.util.function.ToIntFunction;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.stream.table.TableCell;

/**
 * What a column of a kind of file can be for.
 *
 * @param name as in the JSON form of the delivery
 * @param column where it is in a file
 * @param meaning what is shown of a cell: never its text, which may hold a BSN, but what was read
 *     of it, and of a BSN no more than that it is one; throws {@link Malformed} for what cannot be
 *     read
 */
public record ColumnField<C>(
    String name, ToIntFunction<C> column, Function<String, String> meaning) {
  /** What is shown of a text that may hold a BSN. */
  private static final String HIDDEN = "hidden";

  /** One for a text, which is shown as it stands unless it may hold a BSN. */
  public static <C> ColumnField<C> text(
      String name, ToIntFunction<C> column, Function<String, String> meaning) {
    return new ColumnField<>(name, column, meaning.andThen(ColumnField::shown));
  }

  int position(C columns) {
    return column.applyAsInt(columns);
  }

  /**
   * What is understood of a cell.
   *
   * @throws Malformed when it cannot be read
   */
  String read(String cell) {
    return meaning.apply(TableCell.requireWorkedOut(cell));
  }

  private static String shown(String text) {
    return Bsn.possibleIn(text).isPresent() ? HIDDEN : text;
  }
}
