package nl.banenschakel.platform.stream.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In what form a table comes. */
public enum TableForm {
  /** Text with separators, as spreadsheets and HR packages save it. */
  CSV("text/csv"),
  /** A workbook of Excel since 2007, as other spreadsheets save it too. */
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final String mediaType;

  TableForm(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media types of all forms, and these. */
  public static Set<String> mediaTypes(String... others) {
    return Stream.concat(Arrays.stream(values()).map(form -> form.mediaType), Arrays.stream(others))
        .collect(Collectors.toSet());
  }

  /** The form with this media type; any other text is CSV of one column, as lists are pasted. */
  public static TableForm of(String mediaType) {
    return Arrays.stream(values())
        .filter(form -> form.mediaType.equals(mediaType))
        .findFirst()
        .orElse(CSV);
  }

  /** The form that the name of a file tells of: CSV unless it ends in {@code .xlsx}. */
  public static TableForm ofName(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? XLSX : CSV;
  }
}
