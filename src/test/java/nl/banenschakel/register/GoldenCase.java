package nl.banenschakel.register;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A folder with a case that a payroll expert can read: tables with semicolons, and about.md. */
record GoldenCase(Path folder) {

  /** One line of a table. */
  record Row(Map<String, String> cells) {

    /** A cell, which may be empty. */
    String get(String column) {
      return requireNonNull(cells.get(column), column);
    }
  }

  /** All cases of an area, by name. */
  static List<GoldenCase> all(String area) {
    try (var folders = Files.list(Path.of("src/test/resources/golden", area))) {
      return folders.filter(Files::isDirectory).sorted().map(GoldenCase::new).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  String name() {
    return String.valueOf(folder.getFileName());
  }

  String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The lines of a table without its head. */
  List<String> lines(String file) {
    return text(file).lines().skip(1).toList();
  }

  /** The rows of a table by the names of its columns, in their order. */
  List<Row> rows(String file) {
    var names = text(file).lines().findFirst().orElseThrow();
    return lines(file).stream().map(line -> row(names, line)).toList();
  }

  /** A line under its head. */
  static Row row(String head, String line) {
    var names = head.split(";", -1);
    var cells = line.split(";", -1);
    var row = new LinkedHashMap<String, String>();
    IntStream.range(0, names.length).forEach(i -> row.put(names[i], cells[i]));
    return new Row(row);
  }

  @Override
  public String toString() {
    return name();
  }
}
