package nl.banenschakel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.banenschakel.platform.config.Config;
import nl.banenschakel.platform.failure.StartRefused;
import nl.banenschakel.platform.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator can mend is said in a sentence, without a stack trace. */
class StartRefusalIT {
  private static final String HOST = "127.0.0.1";
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final Path PACK = Path.of("src/test/resources/packs/relationships");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"http", "management"})
  void a_port_that_is_taken_is_named_with_its_setting(String setting) throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      int port = taken.getLocalPort();
      var config = setting.equals("http") ? development(port, 0) : development(0, port);

      assertThatThrownBy(() -> Running.start(config, Database::throwAway))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining(setting + ".port: " + HOST + ":" + port + " is taken");
    }
  }

  @Test
  void a_key_set_that_is_not_there_or_is_none_is_named_with_its_setting() throws IOException {
    var absent = folder.resolve("absent.json");
    var none = Files.writeString(folder.resolve("none.json"), "{\"keys\": []}");

    assertThatThrownBy(() -> Running.start(production(absent)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("tokens.keySetFile: " + absent + " is not there");
    assertThatThrownBy(() -> Running.start(production(none)))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("tokens.keySetFile: " + none + ": The key set needs 1 to 50 keys.");
  }

  @Test
  void keys_that_cannot_be_fetched_are_named_with_their_setting() throws IOException {
    var vault = folder.resolve("vault.json");
    assertThat(Vault.create(vault)).isNotNull();

    assertThatThrownBy(
            () -> Running.start(fetching("http://127.0.0.1:1/certs"), Database::throwAway))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining(
            "tokens.keySetUrl: http://127.0.0.1:1/certs: There was no connection");
  }

  @Test
  void a_file_of_the_connector_that_is_not_there_or_is_none_is_named_with_its_setting()
      throws IOException {
    var none = Files.writeString(folder.resolve("none.pem"), "no PEM").toString();

    for (var set :
        List.of(
            Map.of("certificateFile", none, "keyFile", none),
            Map.of("trustedFile", none, "url", "http://127.0.0.1:1"),
            Map.of(
                "tokenUrl",
                "https://127.0.0.1:1",
                "clientId",
                "us",
                "tokenKeyId",
                "k",
                "tokenKeyFile",
                none),
            Map.of("certificateFile", none, "keyFile", folder.resolve("absent.pem").toString()))) {
      assertThatThrownBy(() -> Running.start(connected(set), Database::throwAway))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("register.connector.")
          .hasMessageNotContaining("no PEM");
    }
  }

  @Test
  void development_without_a_folder_to_write_in_is_refused() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> TokenKeys.development(file))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("data.folder: this user cannot read and write in " + file);
  }

  @Test
  void a_norm_that_is_missing_is_exit_code_1_and_no_mistake_in_a_file() throws IOException {
    var norms = Files.createDirectories(folder.resolve("config/norms"));
    Files.copy(Path.of("config/hour-types.yaml"), folder.resolve("config/hour-types.yaml"));
    var notYet = List.of("calendar.yaml", "counting.yaml", "reconciliation.yaml");
    try (var files = Files.newDirectoryStream(Path.of("config/norms"), "*.yaml")) {
      for (var file : files) {
        var name = String.valueOf(file.getFileName());
        var known = Files.readString(file);
        Files.writeString(
            norms.resolve(name),
            notYet.contains(name) ? known.replace("2013-01-01", "2099-01-01") : known);
      }
    }
    var words = Files.readString(PACK.resolve("arguments.txt")).strip().split(" +", -1);

    var err = reconcileAtHome(List.of(words));

    assertThat(err.strip().lines()).hasSize(1);
    assertThat(err).contains("1 ", "the operator can add it");
  }

  /** The exit code, a space, and what was told. */
  private String reconcileAtHome(List<String> words) {
    var err = new StringWriter();
    var arguments =
        words.stream()
            .map(word -> Files.exists(PACK.resolve(word)) ? PACK.resolve(word).toString() : word)
            .toList();
    System.setProperty("banenschakel.home", folder.toString());
    try {
      var all = new ArrayList<>(List.of("reconcile"));
      all.addAll(arguments);
      int exitCode =
          Main.run(
              new PrintWriter(new StringWriter()),
              new PrintWriter(err),
              all.toArray(String[]::new));
      return exitCode + " " + err;
    } finally {
      System.clearProperty("banenschakel.home");
    }
  }

  private Config development(int port, int managementPort) {
    return config(
        Map.of(
            "http.port", Integer.toString(port),
            "management.port", Integer.toString(managementPort)));
  }

  private Config connected(Map<String, String> set) {
    var settings = new HashMap<String, String>();
    settings.put("http.port", "0");
    settings.put("management.port", "0");
    settings.put("register.connector.kind", "http");
    settings.put("register.connector.url", "https://127.0.0.1:1");
    set.forEach((name, value) -> settings.put("register.connector." + name, value));
    return config(settings);
  }

  private Config production(Path keySet) {
    return production("tokens.keySetFile", keySet.toString());
  }

  private Config fetching(String url) {
    return production("tokens.keySetUrl", url);
  }

  private Config production(String keys, String where) {
    return config(
        Map.of(
            "mode",
            "production",
            "http.publicUrl",
            "http://" + HOST,
            "tokens.issuer",
            "https://issuer.example",
            "tokens.audience",
            "banenschakel",
            keys,
            where,
            "vault.keysetFile",
            folder.resolve("vault.json").toString(),
            "database.url",
            "postgresql://app:secret@" + HOST + ":1/nothing"));
  }

  private Config config(Map<String, String> set) {
    var settings = new HashMap<String, Object>(set);
    settings.put("data.folder", folder.toString());
    return Config.standard(folder, settings);
  }
}
