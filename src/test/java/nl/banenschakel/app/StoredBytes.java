package nl.banenschakel.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import nl.banenschakel.testing.TestDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the database server keeps: the bytes of its files, tables, indexes and write-ahead log
 * alike. Where its folder cannot be read, because it runs elsewhere, every table as text.
 */
final class StoredBytes {
  private static final Logger LOG = LoggerFactory.getLogger(StoredBytes.class);

  private static final String TABLES =
      """
      select format('%I.%I', schemaname, tablename) from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')
      """;

  private final TestDatabase database;

  StoredBytes(TestDatabase database) {
    this.database = database;
  }

  /** What is found, and in which file or table. */
  Set<String> found(BsnGrep grep) {
    database.asSuperuser("checkpoint");
    var folder = Path.of(database.texts("show data_directory").get(0));
    if (Files.isReadable(folder.resolve("PG_VERSION")) && isOfThisServer(folder)) {
      return inFiles(folder, grep);
    }
    LOG.warn("The database is elsewhere: its tables are looked through, its files are not");
    return inTables(grep);
  }

  /** A folder of the same name may be on this machine too. */
  private boolean isOfThisServer(Path folder) {
    var oid = "select oid::text from pg_database where datname = current_database()";
    return Files.isDirectory(folder.resolve("base").resolve(database.texts(oid).get(0)));
  }

  private static Set<String> inFiles(Path folder, BsnGrep grep) {
    var found = new TreeSet<String>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        grep.found(bytes(file)).forEach(use -> found.add(use + " in " + folder.relativize(file)));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return found;
  }

  /** A server at work removes files. */
  private static byte[] bytes(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException gone) {
      return new byte[0];
    }
  }

  private Set<String> inTables(BsnGrep grep) {
    var found = new TreeSet<String>();
    for (var table : database.texts(TABLES)) {
      for (var row : database.texts("select t::text from " + table + " t")) {
        grep.found(row).forEach(use -> found.add(use + " in " + table));
      }
    }
    return found;
  }
}
