package nl.banenschakel.platform.stream.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import nl.banenschakel.kernel.Grondslag;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.Decoder.Mistakes;

/** The names of a file's columns. */
public final class TableHeader {
  /** The position of a column that the file does not have: a row gives an empty cell for it. */
  public static final int ABSENT = -1;

  private final TableRow row;
  private final ColumnMapping mapping;
  private final List<String> names = new ArrayList<>();

  /** The file's first row, in which each column is found by its name. */
  public TableHeader(TableRow row) {
    this(row, ColumnMapping.NONE);
  }

  /** The file's first row, in which a column is found by what is said of its name, or by that. */
  public TableHeader(TableRow row, ColumnMapping mapping) {
    this.row = row;
    this.mapping = mapping;
    for (int column = 0; column < row.size(); column++) {
      names.add(normal(row.cell(column)));
    }
  }

  /** Lower case, letters and digits only: so that "Uren_per.week" is "Uren per week". */
  public static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /**
   * Where the column is, or {@link #ABSENT}. That it is missing though required, or there twice, is
   * added to the mistakes.
   */
  public int position(TableColumn column, Mistakes mistakes) {
    var mapped = positions(name -> mapping.field(name).filter(column.field()::equals).isPresent());
    var found =
        mapped.isEmpty()
            ? positions(name -> mapping.field(name).isEmpty() && column.spellings().contains(name))
            : mapped;
    if (found.isEmpty()) {
      if (column.required()) {
        mistakes.add(
            row.at(),
            "COLUMN_MISSING",
            "The column %s is missing; the first row names the columns.".formatted(column.name()));
      }
      return ABSENT;
    }
    found.stream()
        .skip(1)
        .forEach(again -> mistakes.add(row.at(again), "COLUMN_DUPLICATE", twice(column, found)));
    return found.get(0);
  }

  /** Adds to the mistakes every column that tells why people are registered. */
  public void refuseGround(Mistakes mistakes) {
    for (int ground : positions(Grondslag::isNamedBy)) {
      mistakes.add(Violation.of(row.at(ground), Grondslag.refused()));
    }
  }

  /** Adds to the mistakes every column with a name of this one, whatever a mapping says of it. */
  public void refuse(TableColumn column, Malformed why, Mistakes mistakes) {
    for (int refused : positions(column.spellings()::contains)) {
      mistakes.add(Violation.of(row.at(refused), why));
    }
  }

  /** The columns whose normal name is such. */
  private List<Integer> positions(Predicate<String> such) {
    var found = new ArrayList<Integer>();
    for (int column = 0; column < names.size(); column++) {
      if (such.test(names.get(column))) {
        found.add(column);
      }
    }
    return found;
  }

  private static String twice(TableColumn column, List<Integer> found) {
    return "This column and column %d both stand for %s: leave one out."
        .formatted(found.get(0) + 1, column.name());
  }
}
