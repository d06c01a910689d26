package nl.banenschakel.platform.stream.table;

import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a source are for, where their heads do not say it in a way that is known. It
 * goes before the known names; a column of which it says nothing is found by its name.
 *
 * @param fields the field, or {@link #IGNORE}, by the normal form of a head
 * @param version of the mapping that is kept for the source, where it is that one
 */
public record ColumnMapping(Map<String, String> fields, Optional<Integer> version) {
  /** In the place of a field: the column is not read, whatever its name. */
  public static final String IGNORE = "ignore";

  /** Every column is found by its name. */
  public static final ColumnMapping NONE = new ColumnMapping(Map.of(), Optional.empty());

  /** Keeps its own copy. */
  public ColumnMapping {
    fields = Map.copyOf(fields);
  }

  /** One that is not kept, or not yet. */
  public ColumnMapping(Map<String, String> fields) {
    this(fields, Optional.empty());
  }

  /** The same, as it is kept for a source. */
  public ColumnMapping ofVersion(int kept) {
    return new ColumnMapping(fields, Optional.of(kept));
  }

  /** To add to what was said beside a file: by another version it is another delivery. */
  public String parameter() {
    return version.map(it -> " mapping=" + it).orElse("");
  }

  /** What the column with this head, in normal form, is for; empty when nothing is said of it. */
  public Optional<String> field(String normalHead) {
    return Optional.ofNullable(fields.get(normalHead));
  }
}
