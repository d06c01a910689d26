package nl.banenschakel.platform.stream.table;

import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a source are for, where their heads do not say it in a way that is known. It
 * goes before the known names; a column of which it says nothing is found by its name.
 *
 * @param fields the field, or {@link #IGNORE}, by the normal form of a head
 */
public record ColumnMapping(Map<String, String> fields) {
  /** In the place of a field: the column is not read, whatever its name. */
  public static final String IGNORE = "ignore";

  /** Every column is found by its name. */
  public static final ColumnMapping NONE = new ColumnMapping(Map.of());

  /** Keeps its own copy. */
  public ColumnMapping {
    fields = Map.copyOf(fields);
  }

  /** What the column with this head, in normal form, is for; empty when nothing is said of it. */
  public Optional<String> field(String normalHead) {
    return Optional.ofNullable(fields.get(normalHead));
  }
}
