package nl.banenschakel.platform.intake.column;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Grondslag;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.platform.stream.table.ColumnMapping;
import nl.banenschakel.platform.stream.table.TableHeader;

/**
 * What the columns of a source are for.
 *
 * @param columns each head once; at most one for each field, and any number to ignore
 */
record ColumnMappingDraft(List<Column> columns) {
  static final int COLUMNS_MAX = 200;
  private static final int HEAD_CHARS_MAX = 100;

  /**
   * One column.
   *
   * @param head as the file has it
   * @param field what it is for, or {@link ColumnMapping#IGNORE}
   */
  record Column(String head, String field) {
    private static Column parse(Fields in, List<String> fields) {
      var head = in.required("head", Column::head);
      var field = in.required("field", text -> field(text, fields));
      return in.build(() -> new Column(head.get(), field.get()));
    }

    /** Whether a text can be the head of a column here, and so be shown. */
    static boolean isHead(String text) {
      try {
        return !head(text).isEmpty();
      } catch (Malformed malformed) {
        return false;
      }
    }

    private static String head(String text) {
      var normal = TableHeader.normal(text);
      if (normal.isEmpty() || text.length() > HEAD_CHARS_MAX) {
        throw new Malformed(
            "TEXT_LENGTH", "Expected 1 to %d characters with a letter.".formatted(HEAD_CHARS_MAX));
      }
      if (text.chars().anyMatch(Column::isBroken)) {
        throw new Malformed("TEXT_CONTROL", "This text holds a control character: leave it out.");
      }
      if (Bsn.possibleIn(text).isPresent()) {
        throw new Malformed(
            "TEXT_HOLDS_BSN", "This holds a BSN: the head of a column names its kind.");
      }
      if (Grondslag.isNamedBy(normal)) {
        throw Grondslag.refused();
      }
      return text.strip();
    }

    /** A head may have lines; whatever else cannot be seen would be told as digits in JSON. */
    private static boolean isBroken(int character) {
      return Character.isISOControl(character) && "\t\r\n".indexOf(character) < 0;
    }

    private static String field(String text, List<String> fields) {
      if (!text.equals(ColumnMapping.IGNORE) && !fields.contains(text)) {
        throw new Malformed(
            "FIELD_UNKNOWN", "Expected ignore, or one of " + String.join(", ", fields) + ".");
      }
      return text;
    }
  }

  /** Of a kind of file that has these fields. */
  static ColumnMappingDraft parse(Fields in, List<String> fields) {
    var columns = in.list("columns", 0, COLUMNS_MAX, column -> Column.parse(column, fields));
    columns.optional().ifPresent(all -> requireOnce(in, all));
    return in.build(() -> new ColumnMappingDraft(columns.get()));
  }

  ColumnMapping mapping() {
    var fields = new HashMap<String, String>();
    columns.forEach(column -> fields.put(TableHeader.normal(column.head()), column.field()));
    return new ColumnMapping(fields);
  }

  private static void requireOnce(Fields in, List<Column> columns) {
    var heads = new HashSet<String>();
    var fields = new HashSet<String>();
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      if (!heads.add(TableHeader.normal(column.head()))) {
        in.refuse("columns/" + i + "/head", "COLUMN_DUPLICATE", "This head is there twice.");
      }
      if (!column.field().equals(ColumnMapping.IGNORE) && !fields.add(column.field())) {
        in.refuse(
            "columns/" + i + "/field", "COLUMN_DUPLICATE", "Another column is for this field too.");
      }
    }
  }
}
