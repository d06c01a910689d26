package nl.banenschakel.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.banenschakel.platform.config.Config.Mode;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.StartRefused;
import nl.banenschakel.platform.intake.IntakeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
  private static final Path HOME = Path.of("home");
  private static final Path SHIPPED = Path.of("config/gateway.yaml");

  @TempDir Path folder;

  @Test
  void with_nothing_set_it_is_a_development_gateway_on_this_machine() throws IOException {
    var config = Config.load(file(""), HOME, Map.of());

    assertThat(config.mode()).isEqualTo(Mode.DEVELOPMENT);
    assertThat(config.dataFolder()).isEqualTo(HOME.resolve("data"));
    assertThat(config.http())
        .isEqualTo(new Config.Http("127.0.0.1", 8080, URI.create("http://127.0.0.1:8080")));
    assertThat(config.management()).isEqualTo(new Config.Management("127.0.0.1", 8081));
    assertThat(config.database().app()).isEmpty();
    assertThat(config.database().migrator()).isEmpty();
    assertThat(config.database().limits()).isEqualTo(Db.Limits.DEFAULT);
    assertThat(config.tokens()).isEmpty();
    assertThat(config.vaultKeysetFile()).isEqualTo(HOME.resolve("data/vault.json"));
    assertThat(config.intake()).isEqualTo(IntakeSettings.DEFAULT);
  }

  @Test
  void the_shipped_file_holds_the_defaults() throws IOException {
    assertThat(Config.load(SHIPPED, HOME, Map.of()))
        .isEqualTo(Config.load(file(""), HOME, Map.of()));
  }

  @Test
  void the_shipped_file_holds_every_key_and_the_page_explains_each() throws IOException {
    var readByCode = new Settings(Map.of(), Map.of());
    var inFile = new Settings(YamlFile.read(SHIPPED), Map.of());
    var page = Files.readString(Path.of("config/README.md"));

    var unused = Config.read(readByCode, HOME);

    assertThat(inFile.inFile()).isEqualTo(readByCode.known());
    assertThat(unused.mode()).isEqualTo(Mode.DEVELOPMENT);
    for (var key : readByCode.known()) {
      assertThat(page)
          .containsPattern("\\| `" + key + "` \\|.*\\| `" + Settings.variable(key) + "` \\|");
    }
  }

  @Test
  void the_file_comes_before_the_default_and_the_environment_before_the_file() throws IOException {
    var file = file("http:\n  port: 9000\n  host: 10.0.0.1\nintake:\n  workers: 3\n");
    var environment =
        Map.of(
            "BANENSCHAKEL_HTTP_PORT", "9001",
            "BANENSCHAKEL_HTTP_HOST", "",
            "BANENSCHAKEL_DATABASE_IDLE_MS", "1000",
            "DATABASE_URL", "postgresql://app:secret@db.example:5433/banen?sslmode=verify-full",
            "SOMETHING_ELSE", "1");

    var config = Config.load(file, HOME, environment);

    assertThat(config.http().port()).isEqualTo(9001);
    assertThat(config.http().host()).isEqualTo("10.0.0.1");
    assertThat(config.intake().workers()).isEqualTo(3);
    assertThat(config.database().limits().idleMs()).isEqualTo(1000);
    assertThat(config.database().app().orElseThrow().port()).isEqualTo(5433);
  }

  @Test
  void an_empty_value_and_a_file_of_comments_are_as_good_as_none() throws IOException {
    var standard = Config.load(file(""), HOME, Map.of());

    assertThat(Config.load(file("# nothing\n"), HOME, Map.of())).isEqualTo(standard);
    assertThat(Config.load(file("database:\n  url:\n"), HOME, Map.of())).isEqualTo(standard);
  }

  @Test
  void every_mistake_is_reported_at_once_without_a_value() throws IOException {
    var file =
        file(
            """
            mode: prod
            http:
              port: 70000
              publicUrl: "https://user:hunter2@host/?a=b"
              adress: 127.0.0.1
            managment:
              port: 1
            intake:
              workers: two
            data: [a, b]
            """);

    var refused = refused(file, Map.of("DATABASE_URL", "mysql://root:hunter2@host/db"));

    assertThat(refused.mistakes())
        .containsExactly(
            "data: expected one value, not a list",
            "mode (BANENSCHAKEL_MODE): expected development or production",
            "http.port (BANENSCHAKEL_HTTP_PORT): expected a whole number from 0 to 65535",
            "http.publicUrl (BANENSCHAKEL_HTTP_PUBLIC_URL): expected https://host or http://host, a"
                + " path allowed",
            "database.url (DATABASE_URL): expected"
                + " postgresql://user:password@host:port/database?sslmode=...",
            "intake.workers (BANENSCHAKEL_INTAKE_WORKERS): expected a whole number from 1 to 64",
            "http.adress: there is no such setting",
            "managment.port: there is no such setting");
    assertThat(refused.getMessage()).doesNotContain("hunter2");
  }

  @Test
  void production_names_all_it_misses() throws IOException {
    var refused = refused(file("mode: production"), Map.of());

    assertThat(refused.mistakes())
        .containsExactly(
            "http.publicUrl (BANENSCHAKEL_HTTP_PUBLIC_URL): required in production",
            "database.url (DATABASE_URL): required in production",
            "tokens.issuer (BANENSCHAKEL_TOKENS_ISSUER): required in production",
            "tokens.audience (BANENSCHAKEL_TOKENS_AUDIENCE): required in production",
            "vault.keysetFile (BANENSCHAKEL_VAULT_KEYSET_FILE): required in production",
            "tokens.keySetUrl (BANENSCHAKEL_TOKENS_KEY_SET_URL): required in production, or else"
                + " tokens.keySetFile");
  }

  @Test
  void production_starts_with_what_it_needs() throws IOException {
    var environment =
        Map.of(
            "BANENSCHAKEL_MODE", "production",
            "BANENSCHAKEL_HTTP_PUBLIC_URL", "https://banen.example.nl/",
            "DATABASE_URL", "postgresql://app:hunter2@db.example/banen",
            "BANENSCHAKEL_TOKENS_ISSUER", "https://login.example.nl/realm",
            "BANENSCHAKEL_TOKENS_AUDIENCE", "banenschakel",
            "BANENSCHAKEL_TOKENS_KEY_SET_FILE", "keys.json",
            "BANENSCHAKEL_VAULT_KEYSET_FILE", "/run/secrets/vault.json");

    var config = Config.load(SHIPPED, HOME, environment);

    assertThat(config.http().publicUrl()).isEqualTo(URI.create("https://banen.example.nl"));
    assertThat(config.tokens().orElseThrow().keySetFile()).contains(HOME.resolve("keys.json"));
    assertThat(config.vaultKeysetFile()).isEqualTo(Path.of("/run/secrets/vault.json"));
    assertThat(config.toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.example.nl/realm/certs, '', ''",
    "http://127.0.0.1:8180/certs, '', ''",
    "http://login.example.nl/certs, '', 'expected https://host, a port and a path allowed'",
    "file:///etc/passwd, '', 'expected https://host, a port and a path allowed'",
    "https://login.example.nl/certs, keys.json, 'give this or tokens.keySetFile, not both'"
  })
  void keys_are_fetched_over_tls_or_from_this_machine_or_they_are_in_a_file(
      String url, String keySetFile, String mistake) throws IOException {
    var environment =
        Map.of(
            "BANENSCHAKEL_TOKENS_ISSUER",
            "https://login.example.nl/realm",
            "BANENSCHAKEL_TOKENS_AUDIENCE",
            "banenschakel",
            "BANENSCHAKEL_TOKENS_KEY_SET_URL",
            url,
            "BANENSCHAKEL_TOKENS_KEY_SET_FILE",
            keySetFile);

    if (mistake.isEmpty()) {
      var tokens = Config.load(SHIPPED, HOME, environment).tokens().orElseThrow();
      assertThat(tokens.keySetUrl().orElseThrow().uri()).isEqualTo(URI.create(url));
    } else {
      assertThat(refused(SHIPPED, environment).mistakes())
          .containsExactly("tokens.keySetUrl (BANENSCHAKEL_TOKENS_KEY_SET_URL): " + mistake);
    }
  }

  @Test
  void a_file_that_is_no_yaml_is_refused_with_its_place_and_not_its_text() throws IOException {
    assertThat(refused(file("http:\n  port: 1\n  port: 2\n"), Map.of()).getMessage())
        .contains("line 3 column");
    assertThat(refused(file("database:\n  url: \"hunter2\n"), Map.of()).getMessage())
        .doesNotContain("hunter2");
    assertThat(refused(file("- a\n- b\n"), Map.of()).getMessage()).contains("expected a mapping");
    assertThat(refused(file("http:\n  port: !!int 1\n"), Map.of()).getMessage()).isNotEmpty();
    assertThat(refused(file("a: &a x\nb: *a\n"), Map.of()).getMessage()).isNotEmpty();
    assertThat(refused(folder.resolve("missing.yaml"), Map.of()).getMessage())
        .contains("is not there");
  }

  private static StartRefused refused(Path file, Map<String, String> environment) {
    return catchThrowableOfType(
        StartRefused.class, () -> Config.load(file, HOME, environment).mode());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("gateway.yaml"), text);
  }
}
