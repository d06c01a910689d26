package nl.banenschakel.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What killed processes left goes, and stands in nobody's way. */
class ThrowAwayFoldersIT {
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final int LEFT = 30;
  private static final int COMMANDS = 4;

  @TempDir Path temporary;

  @Test
  void commands_that_start_at_once_delete_the_same_folders_and_none_fails() throws IOException {
    for (int n = 0; n < LEFT; n++) {
      leftBehind();
    }
    var threads = Executors.newFixedThreadPool(COMMANDS);
    try {
      var commands =
          IntStream.range(0, COMMANDS)
              .mapToObj(n -> CompletableFuture.runAsync(this::deleteLeftBehind, threads))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(commands).join();
    } finally {
      threads.shutdown();
    }
    deleteLeftBehind();

    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void one_that_lives_stays_and_is_not_waited_for() throws Exception {
    var mine = leftBehind();
    try (var held = PostgresFolder.take(mine);
        var child = ServerChild.start(leftBehind().toString(), temporary.resolve("told"))) {
      age(held.path());
      age(child.folder());
      var from = Instant.now();

      deleteLeftBehind();
      deleteLeftBehind();

      assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofMillis(500));
      assertThat(mine).isNotEmptyDirectory();
      assertThat(child.folder()).isNotEmptyDirectory();
    }
  }

  @Test
  void a_young_one_stays() throws IOException {
    var young = ThrowAwayFolders.make(temporary);

    deleteLeftBehind();

    assertThat(young).isDirectory();
  }

  @Test
  void a_folder_for_temporary_files_that_cannot_be_used_is_said() {
    var absent = temporary.resolve("absent");

    ThrowAwayFolders.deleteLeftBehind(absent);

    assertThatThrownBy(() -> ThrowAwayFolders.make(absent))
        .isInstanceOf(EmbeddedPostgresFailed.class)
        .hasMessageContaining("set TMPDIR");
  }

  @Test
  void the_password_of_a_new_server_lies_in_its_own_folder_only() throws IOException {
    var folder = temporary.resolve("data");
    try (var server = EmbeddedPostgres.start(folder)) {
      assertThat(server.folder()).isDirectory();
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder("cluster", "lock", "password", "postgres.log");
      }
    }
  }

  private void deleteLeftBehind() {
    ThrowAwayFolders.deleteLeftBehind(temporary);
  }

  @CanIgnoreReturnValue
  private Path leftBehind() throws IOException {
    var folder = ThrowAwayFolders.make(temporary);
    Files.createFile(folder.resolve("lock"));
    for (int n = 0; n < LEFT; n++) {
      var inner = Files.createDirectories(folder.resolve("cluster.unfinished/" + n));
      Files.createFile(inner.resolve("file"));
    }
    age(folder);
    return folder;
  }

  private static void age(Path folder) throws IOException {
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(AN_HOUR)));
  }
}
