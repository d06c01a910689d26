package nl.banenschakel.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.platform.failure.StartRefused;
import org.junit.jupiter.api.Test;

class ConnectorReadingTest {
  private static final Path HOME = Path.of("/opt/banenschakel");
  private static final String URL = "https://bridge.example/v1";

  @Test
  void without_a_kind_the_register_is_not_asked() {
    assertThat(read(Map.of())).isEmpty();
  }

  @Test
  void a_bridge_is_asked_with_a_certificate_or_a_token_or_both() {
    var byCertificate =
        read(
            Map.of(
                "kind", "http", "url", URL, "certificateFile", "own.pem", "keyFile", "/key.pem"));
    var byToken =
        read(
            Map.of(
                "kind",
                "http",
                "url",
                URL,
                "tokenUrl",
                "https://login.example/token",
                "clientId",
                "us",
                "tokenKeyId",
                "k1",
                "tokenKeyFile",
                "key.pem"));

    var http = (Connector.Http) byCertificate.orElseThrow();
    assertThat(http.own())
        .contains(new Connector.OwnFiles(HOME.resolve("own.pem"), Path.of("/key.pem")));
    var token = ((Connector.Http) byToken.orElseThrow()).token().orElseThrow();
    assertThat(token.audience()).isEqualTo("https://login.example/token");
    assertThat(token.algorithm()).isEqualTo("PS256");
  }

  @Test
  void half_a_setting_is_refused_by_what_it_lacks() {
    assertThat(mistakes(Map.of("kind", "http")))
        .containsExactly(
            "register.connector.url (BANENSCHAKEL_REGISTER_CONNECTOR_URL): required with kind http");
    assertThat(
            mistakes(Map.of("kind", "http", "url", URL, "keyFile", "key.pem", "tokenScope", "x")))
        .extracting(mistake -> mistake.replaceFirst(" .*", ""))
        .containsExactly(
            "register.connector.certificateFile",
            "register.connector.tokenUrl",
            "register.connector.clientId",
            "register.connector.tokenKeyId",
            "register.connector.tokenKeyFile",
            "register.connector.certificateFile");
    assertThat(mistakes(Map.of("kind", "simulated", "url", URL))).hasSize(1);
    assertThat(mistakes(Map.of("certificateFile", "own.pem", "keyFile", "key.pem"))).hasSize(2);
  }

  @Test
  void over_a_line_that_others_can_read_nothing_is_asked() {
    assertThat(mistakes(Map.of("kind", "http", "url", "http://bridge.example"))).hasSize(1);
    assertThat(read(Map.of("kind", "http", "url", "http://127.0.0.1:9000"))).isPresent();
    assertThat(mistakes(Map.of("kind", "http", "url", URL)))
        .singleElement()
        .asString()
        .contains("the bridge must know who asks");
  }

  @Test
  void production_has_no_invented_register() {
    assertThat(mistakes(Map.of("kind", "simulated"), Map.of("mode", "production")))
        .anyMatch(mistake -> mistake.contains("simulated is for development only"));
  }

  private static Optional<Connector> read(Map<String, String> set) {
    return Config.standard(HOME, settings(set, Map.of())).connector();
  }

  private static Iterable<String> mistakes(Map<String, String> set) {
    return mistakes(set, Map.of());
  }

  private static Iterable<String> mistakes(Map<String, String> set, Map<String, String> beside) {
    return catchThrowableOfType(
            StartRefused.class, () -> Config.standard(HOME, settings(set, beside)).mode())
        .mistakes();
  }

  private static Map<String, Object> settings(Map<String, String> set, Map<String, String> beside) {
    var settings = new HashMap<String, Object>(beside);
    set.forEach((name, value) -> settings.put("register.connector." + name, value));
    return settings;
  }
}
