package nl.banenschakel.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.banenschakel.platform.db.Sql;

/** The SQL we ship, besides migrations. */
final class Statements {
  private static final Path RESOURCES = Tree.ROOT.resolve("src/main/resources");

  private Statements() {}

  /**
   * One statement.
   *
   * @param slice its file in {@code db/query}, or {@code reconcile}; an area's file is named after
   *     slice and area, as in {@code payroll_resource}
   * @param name after {@code -- name:}, or the file in {@code db/reconcile} without its ending
   * @param text without comments
   */
  record Statement(String slice, String name, String text) {
    /** The schema it may write. */
    String schema() {
      return slice.equals("reconcile") ? "reconciliation" : slice.replaceFirst("_.*", "");
    }

    @Override
    public String toString() {
      return slice + "." + name;
    }
  }

  /** All of them, file by file. */
  static Stream<Statement> all() {
    return Stream.concat(queries(), steps());
  }

  private static Stream<Statement> queries() {
    return names("db/query").stream()
        .flatMap(
            slice -> {
              var sql = Sql.load(slice);
              return sql.names().stream().map(name -> new Statement(slice, name, sql.get(name)));
            });
  }

  private static Stream<Statement> steps() {
    return names("db/reconcile").stream()
        .map(step -> new Statement("reconcile", step, Sql.file("db/reconcile/" + step + ".sql")));
  }

  private static List<String> names(String folder) {
    try (var files = Files.list(RESOURCES.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".sql"))
          .map(name -> name.substring(0, name.length() - ".sql".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("in " + folder, e);
    }
  }
}
