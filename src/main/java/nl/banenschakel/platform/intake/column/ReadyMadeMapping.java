package nl.banenschakel.platform.intake.column;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.banenschakel.platform.stream.table.ColumnMapping;

/**
 * A mapping for a common export, named by its heads: a package's name would say nothing, since most
 * let the user choose the columns.
 *
 * @param name what it is asked for by
 * @param heads the head of each field that it has
 * @param ignored heads of columns that are not read
 */
public record ReadyMadeMapping(String name, Map<String, String> heads, List<String> ignored) {

  /** Keeps its own copy. */
  public ReadyMadeMapping {
    heads = Map.copyOf(heads);
    ignored = List.copyOf(ignored);
  }

  ColumnMappingDraft draft() {
    var fields =
        new TreeMap<>(heads)
            .entrySet().stream()
                .map(it -> new ColumnMappingDraft.Column(it.getValue(), it.getKey()));
    var others =
        ignored.stream().map(head -> new ColumnMappingDraft.Column(head, ColumnMapping.IGNORE));
    return new ColumnMappingDraft(Stream.concat(fields, others).toList());
  }
}
