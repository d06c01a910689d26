package nl.banenschakel.platform.intake.mistake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.stream.table.TableRow;
import org.dhatim.fastexcel.Worksheet;

/**
 * The sheet with the rows of a refused file. Behind the last column that has a head stands what is
 * wrong with a row; cells beyond that, which belong to no column, come after it. A line that is no
 * row has a row of its own with its mistake alone: sent again as it is, it is refused, so that it
 * is not lost unseen.
 */
final class RowsSheet {
  /** As many as a spreadsheet has. */
  static final int ROWS_MAX = 1_048_576;

  /** Characters told of one row: a spreadsheet takes 32,767. */
  private static final int TOLD_CHARS_MAX = 4_000;

  private static final String TEXT = "@";
  private static final String WRONG = "FFE0B3";
  private static final double WIDTH = 18;
  private static final double TOLD_WIDTH = 100;

  private final Worksheet sheet;
  private final WorkbookWords words;
  private final MistakesWorkbook.Told told;
  private final TreeMap<Integer, List<Violation>> byLine = new TreeMap<>();
  private final List<String> ofHeader = new ArrayList<>();
  private List<String> heads = List.of();
  private int added = -1;
  private int written;

  RowsSheet(Worksheet sheet, MistakesWorkbook.Told told) {
    this.sheet = sheet;
    this.told = told;
    this.words = told.words();
    for (var mistake : told.mistakes()) {
      Place.of(mistake.at())
          .line()
          .ifPresent(line -> byLine.computeIfAbsent(line, first -> new ArrayList<>()).add(mistake));
    }
  }

  /** The next row of the file. */
  void add(TableRow row) {
    if (heads.isEmpty()) {
      heads = told.heads().apply(row);
      if (heads.isEmpty()) {
        header(row);
        return;
      }
      header(heads);
    }
    unreadableBefore(row.number());
    var wrong = byLine.getOrDefault(row.number(), List.of());
    byLine.remove(row.number());
    write(cells(row), wrong);
  }

  /** The file has ended. */
  void end() {
    unreadableBefore(Integer.MAX_VALUE);
    if (!ofHeader.isEmpty()) {
      write(List.of(), List.of());
    }
  }

  /** Rows that are written leave memory. */
  void flush() throws IOException {
    if (written > 0) {
      sheet.flush();
    }
  }

  /** Whether the file has rows at all. */
  boolean isFilled() {
    return !heads.isEmpty();
  }

  /** Whether there are more of them than a sheet takes. */
  boolean isTooLong() {
    return written > ROWS_MAX;
  }

  private void header(TableRow row) {
    var names = IntStream.range(0, row.size()).mapToObj(row::cell).toList();
    added =
        IntStream.range(0, names.size())
            .filter(column -> WorkbookWords.isAdded(names.get(column)))
            .findFirst()
            .orElse(-1);
    var wrong = byLine.getOrDefault(row.number(), List.of());
    byLine.remove(row.number());
    header(cells(row));
    // In its own row it would be part of a head.
    wrong.forEach(
        it -> ofHeader.add(words.header() + ", " + inWords(it) + " (" + it.detail() + ")"));
  }

  private void header(List<String> names) {
    heads = names;
    for (int column = 0; column < names.size(); column++) {
      sheet.width(column, WIDTH);
      text(column, names.get(column));
    }
    sheet.width(names.size(), TOLD_WIDTH);
    text(names.size(), words.column());
    sheet.range(written, 0, written, names.size()).style().bold().format(TEXT).set();
    sheet.freezePane(0, 1);
    written++;
  }

  /** Lines that are no rows: what they hold is nowhere to be told. */
  private void unreadableBefore(int line) {
    while (!byLine.isEmpty() && byLine.firstKey() < line) {
      var first = byLine.pollFirstEntry();
      var sentences = first.getValue().stream().map(this::inWords).collect(Collectors.joining(" "));
      ofHeader.add(words.line().formatted(first.getKey(), sentences));
      write(List.of(), List.of());
    }
  }

  private void write(List<String> cells, List<Violation> wrong) {
    if (written >= ROWS_MAX) {
      written = ROWS_MAX + 1;
      return;
    }
    var marked =
        wrong.stream()
            .flatMap(mistake -> Place.of(mistake.at()).column().stream())
            .collect(Collectors.toSet());
    for (int column = 0; column < Math.max(heads.size(), cells.size()); column++) {
      cell(column, column < cells.size() ? cells.get(column) : "", marked);
    }
    var sentences = new ArrayList<>(ofHeader);
    ofHeader.clear();
    wrong.forEach(mistake -> sentences.add(inWords(mistake)));
    if (!sentences.isEmpty()) {
      text(heads.size(), shortened(String.join(" ", sentences)));
    }
    written++;
  }

  private void cell(int column, String text, Set<Integer> marked) {
    int shown = column < heads.size() ? column : column + 1;
    if (!text.isEmpty()) {
      text(shown, text);
    }
    var style = sheet.style(written, shown).format(TEXT);
    (marked.contains(original(column) + 1) ? style.fillColor(WRONG) : style).set();
  }

  private void text(int column, String text) {
    sheet.inlineString(written, column, text);
  }

  /** Without the column that an earlier workbook added. */
  private List<String> cells(TableRow row) {
    return IntStream.range(0, row.size())
        .filter(column -> column != added)
        .mapToObj(row::cell)
        .toList();
  }

  /** Where a column was in the file, from 0. */
  private int original(int column) {
    return added >= 0 && column >= added ? column + 1 : column;
  }

  private String inWords(Violation mistake) {
    var column = Place.of(mistake.at()).column().map(number -> name(number) + ": ").orElse("");
    return column + words.texts().of(mistake) + " [" + mistake.code() + "]";
  }

  private String name(int number) {
    int shown = added >= 0 && number - 1 > added ? number - 2 : number - 1;
    var head = shown < heads.size() ? heads.get(shown) : "";
    return head.isEmpty() ? words.place().formatted(number) : head;
  }

  private static String shortened(String text) {
    return text.length() <= TOLD_CHARS_MAX ? text : text.substring(0, TOLD_CHARS_MAX) + " …";
  }
}
