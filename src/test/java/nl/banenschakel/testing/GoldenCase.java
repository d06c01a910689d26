package nl.banenschakel.testing;

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
public record GoldenCase(Path folder) {

  /** One line of a table. */
  public record Row(Map<String, String> cells) {

    /** A cell, which may be empty. */
    public String get(String column) {
      return requireNonNull(cells.get(column), column);
    }
  }

  /** All cases of an area, by name. */
  public static List<GoldenCase> all(String area) {
    try (var folders = Files.list(Path.of("src/test/resources/golden", area))) {
      return folders.filter(Files::isDirectory).sorted().map(GoldenCase::new).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public String name() {
    return String.valueOf(folder.getFileName());
  }

  public String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The lines of a table without its head. */
  public List<String> lines(String file) {
    return text(file).lines().skip(1).toList();
  }

  /** The rows of a table by the names of its columns, in their order. */
  public List<Row> rows(String file) {
    var names = text(file).lines().findFirst().orElseThrow();
    return lines(file).stream().map(line -> row(names, line)).toList();
  }

  /** A line under its head. */
  public static Row row(String head, String line) {
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
