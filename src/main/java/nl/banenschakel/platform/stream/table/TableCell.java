package nl.banenschakel.platform.stream.table;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.banenschakel.kernel.Malformed;

/** Reads the cells of a table, whatever they hold. */
public final class TableCell {
  /** In English and in Dutch. */
  private static final Set<String> ERRORS =
      Set.of(
          "#N/A",
          "#REF!",
          "#NAME?",
          "#DIV/0!",
          "#NUM!",
          "#VALUE!",
          "#NULL!",
          "#SPILL!",
          "#CALC!",
          "#N/B",
          "#VERW!",
          "#NAAM?",
          "#DEEL/0!",
          "#GETAL!",
          "#WAARDE!",
          "#LEEG!",
          "#OVERLOPEN!");

  private static final Set<String> YES = Set.of("ja", "j", "yes", "y", "true", "waar", "1", "x");
  private static final Set<String> NO = Set.of("nee", "n", "no", "false", "onwaar", "0", "");

  private TableCell() {}

  /** A cell that says ja or nee; an empty one is no. */
  public static boolean yes(String cell) {
    var answer = cell.toLowerCase(Locale.ROOT);
    if (!YES.contains(answer) && !NO.contains(answer)) {
      throw new Malformed("YES_NO_FORM", "Expected ja or nee, or an empty cell for nee.");
    }
    return YES.contains(answer);
  }

  /** A cell that must hold something. */
  public static <T> Function<String, T> required(Function<String, T> parse) {
    return cell -> {
      if (cell.isEmpty()) {
        throw new Malformed("VALUE_REQUIRED", "This cell must hold a value.");
      }
      return parse.apply(cell);
    };
  }

  /** A cell that may be empty. */
  public static <T> Function<String, Optional<T>> optional(Function<String, T> parse) {
    return cell -> cell.isEmpty() ? Optional.empty() : Optional.of(parse.apply(cell));
  }

  /** What a spreadsheet writes where it failed, which may stand in a text too. */
  public static String requireWorkedOut(String cell) {
    if (cell.startsWith("#") && ERRORS.contains(cell)) {
      throw new Malformed(
          "CELL_ERROR",
          "The spreadsheet could not work this cell out: open the file in it, mend the formula, save again.");
    }
    return cell;
  }
}
