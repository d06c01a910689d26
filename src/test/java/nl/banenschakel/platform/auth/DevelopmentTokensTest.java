package nl.banenschakel.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentTokensTest {
  private static final Duration MINUTES = Duration.ofMinutes(10);

  @TempDir private Path folder;

  @Test
  void a_token_of_the_folders_key_passes_the_gate() throws IOException {
    var vertx = Vertx.vertx();
    var tokens = DevelopmentTokens.in(folder.resolve("data"));
    var keys = KeySet.load(tokens.keySet());
    var gate = new TokenGate(vertx, keys, DevelopmentTokens.RULES, InstantSource.system());

    var token = tokens.sign("me", Set.of(Forge.ORGANISATION), Set.of(Role.HR), MINUTES);
    var claims = gate.check(List.of("Bearer " + token)).await();

    assertThat(claims.subject()).isEqualTo("me");
    assertThat(claims.organisations()).containsExactly(Forge.ORGANISATION);
    vertx.close().await();
  }

  @Test
  void the_folder_keeps_its_key_and_shows_only_the_public_half() throws IOException {
    var first = Files.readString(DevelopmentTokens.in(folder).keySet());
    var secret = folder.resolve("development-key.json");

    var second = Files.readString(DevelopmentTokens.in(folder).keySet());

    assertThat(second).isEqualTo(first).doesNotContain("\"d\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void a_private_file_that_others_can_read_is_not_used() throws IOException {
    assertThat(DevelopmentTokens.in(folder).keySet()).exists();
    var secret = folder.resolve("development-key.json");
    var changed =
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(changed).exists();
    assertThatThrownBy(() -> DevelopmentTokens.in(folder)).hasMessageContaining("0600");
  }
}
