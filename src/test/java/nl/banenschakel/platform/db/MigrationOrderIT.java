package nl.banenschakel.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work is done side by side: a migration may come after one with a higher number has run. */
class MigrationOrderIT {
  private static final Path ALL = Path.of("src/main/resources/db/migration");

  /** Came after V33 had run in databases that are kept. */
  private static final Set<String> LATE = Set.of("V15", "V19", "V22", "V28", "V30", "V31");

  private static final int KEPT_UNTIL = 33;

  @TempDir private Path folder;

  @Test
  void a_database_from_before_gets_what_came_in_between_and_ends_as_a_new_one() throws IOException {
    for (var file : migrations()) {
      var version = file.getFileName().toString().replaceAll("__.*", "");
      if (!LATE.contains(version) && Integer.parseInt(version.substring(1)) <= KEPT_UNTIL) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }

    try (var kept = TestDatabase.migratedBy(folder);
        var fresh = TestDatabase.fresh()) {
      int ran = Migrations.run(kept.migratorAddress());

      assertThat(ran).isEqualTo(migrations().size() - files(folder).size());
      assertThat(columns(kept)).isEqualTo(columns(fresh));
    }
  }

  private static List<String> columns(TestDatabase database) {
    return database.texts(
        "select concat_ws(' ', table_schema, table_name, column_name, data_type)"
            + " from information_schema.columns"
            + " where table_schema not in ('pg_catalog', 'information_schema', 'flyway') order by 1");
  }

  private static List<Path> migrations() throws IOException {
    return files(ALL);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }
}
