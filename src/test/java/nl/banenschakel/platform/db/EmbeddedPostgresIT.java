package nl.banenschakel.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: what is started must stop, whatever happens to who started it. */
class EmbeddedPostgresIT {
  private static final Duration GONE_WITHIN = Duration.ofSeconds(5);

  @TempDir Path folder;

  @Test
  void data_is_kept_from_run_to_run_and_the_server_stops_cleanly() throws Exception {
    var data = folder.resolve("data");
    long first;
    try (var server = EmbeddedPostgres.start(data)) {
      first = server.pid();
      execute(server.superuser(), "create table kept as select 42 as answer");
    }

    assertThat(ProcessHandle.of(first)).isEmpty();
    assertThat(Files.readString(data.resolve("postgres.log")))
        .contains("database system is shut down");
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(rows(server.superuser(), "select answer from kept")).containsExactly("42");
      assertThat(Files.readString(data.resolve("postgres.log"))).doesNotContain("recovery");
    }
  }

  @Test
  void nobody_else_can_reach_it() throws Exception {
    var data = folder.resolve("data");
    try (var server = EmbeddedPostgres.start(data)) {
      var address = server.superuser();

      assertThatThrownBy(() -> address.withUser("postgres", "wrong").connect())
          .hasMessageContaining("password authentication failed");
      assertThatThrownBy(
              () ->
                  new DatabaseAddress("::1", address.port(), "postgres", "postgres", "x").connect())
          .isInstanceOf(SQLException.class);
      assertThat(permissions(data)).isEqualTo("rwx------");
      assertThat(permissions(data.resolve("password"))).isEqualTo("rw-------");
      assertThat(permissions(data.resolve("cluster"))).isEqualTo("rwx------");
      assertThat(rows(address, "show listen_addresses")).containsExactly("127.0.0.1");
      assertThat(rows(address, "show unix_socket_directories")).containsExactly("");
      assertThat(rows(address, "select distinct auth_method from pg_hba_file_rules"))
          .containsExactly("scram-sha-256");
    }
  }

  @Test
  void it_is_durable_and_sorts_the_same_everywhere() throws Exception {
    try (var server = EmbeddedPostgres.start(folder.resolve("data"))) {
      var address = server.superuser();

      for (var setting :
          List.of("fsync", "full_page_writes", "synchronous_commit", "data_checksums")) {
        assertThat(rows(address, "show " + setting)).as(setting).containsExactly("on");
      }
      assertThat(
              rows(
                  address,
                  "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'postgres'"))
          .containsExactly("b C.UTF-8");
    }
  }

  @Test
  void its_log_holds_no_values() throws Exception {
    var data = folder.resolve("data");
    try (var server = EmbeddedPostgres.start(data)) {
      var address = server.superuser();
      execute(address, "create table once (number text primary key)");
      execute(address, "insert into once values ('111222333')");

      assertThatThrownBy(() -> execute(address, "insert into once values ('111222333')"))
          .hasMessageContaining("111222333");
      assertThatThrownBy(() -> execute(address, "select '111222333x'::int"))
          .hasMessageContaining("111222333");
    }

    assertThat(Files.readString(data.resolve("postgres.log")))
        .isNotEmpty()
        .doesNotContain("111222333");
  }

  @Test
  void a_second_one_on_the_folder_is_refused() throws Exception {
    var data = folder.resolve("data");
    try (var child = ServerChild.start(data.toString(), folder.resolve("told"))) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(data))
          .isInstanceOf(EmbeddedPostgresFailed.class)
          .hasMessageContaining("Another Banenschakel uses the data folder");
      assertThat(child.server().isAlive()).isTrue();
    }

    try (var server = EmbeddedPostgres.start(data)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(data))
          .isInstanceOf(EmbeddedPostgresFailed.class)
          .hasMessageContaining("Another Banenschakel uses the data folder");
      assertThat(rows(server.superuser(), "select 1")).containsExactly("1");
    }
  }

  @Test
  void it_is_gone_when_its_jvm_is_killed_and_nothing_committed_is_lost() throws Exception {
    var data = folder.resolve("data");
    try (var child = ServerChild.start(data.toString(), folder.resolve("told"))) {
      var orphan = child.server();
      execute(child.address(), "create table kept as select 42 as answer");

      child.kill();

      assertGone(orphan);
    }
    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(rows(server.superuser(), "select answer from kept")).containsExactly("42");
    }
  }

  @Test
  void it_recovers_at_once_when_both_were_killed() throws Exception {
    var data = folder.resolve("data");
    try (var child = ServerChild.start(data.toString(), folder.resolve("told"))) {
      execute(child.address(), "create table kept as select 42 as answer");

      child.server().destroyForcibly();
      child.kill();
    }

    try (var server = EmbeddedPostgres.start(data)) {
      assertThat(rows(server.superuser(), "select answer from kept")).containsExactly("42");
      assertThat(Files.readString(data.resolve("postgres.log"))).contains("not properly shut down");
    }
  }

  @Test
  void one_to_throw_away_leaves_nothing() throws Exception {
    var closed = EmbeddedPostgres.throwAway();
    assertThat(closed.folder()).isDirectory();
    closed.close();
    assertThat(closed.folder()).doesNotExist();
    assertThat(ProcessHandle.of(closed.pid())).isEmpty();

    try (var child = ServerChild.start("throw-away", folder.resolve("told"))) {
      var server = child.server();
      child.finish();
      assertGone(server);
      assertThat(child.folder()).doesNotExist();
    }
  }

  @Test
  void a_folder_that_cannot_be_used_is_refused_with_the_reason() throws IOException {
    var data = folder.resolve("data");
    Files.createDirectories(data.resolve("cluster"));

    assertThatThrownBy(() -> EmbeddedPostgres.start(data))
        .isInstanceOf(EmbeddedPostgresFailed.class)
        .hasMessageContaining(data.getFileName().toString());
  }

  private static void assertGone(ProcessHandle process) throws InterruptedException {
    var giveUpAt = Instant.now().plus(GONE_WITHIN);
    while (process.isAlive() && Instant.now().isBefore(giveUpAt)) {
      Thread.sleep(20);
    }
    assertThat(process.isAlive()).as("alive after %s", GONE_WITHIN).isFalse();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> rows(DatabaseAddress address, String query) throws SQLException {
    var texts = new ArrayList<String>();
    try (var session = address.connect();
        var rows = session.createStatement().executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static void execute(DatabaseAddress address, String sql) throws SQLException {
    try (var session = address.connect();
        var statement = session.createStatement()) {
      statement.execute(sql);
    }
  }
}
