package nl.banenschakel.platform.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.banenschakel.platform.client.UpstreamAddress;
import nl.banenschakel.platform.config.Config.Mode;

/** Reads {@code register.connector}: what belongs together is there together, or not at all. */
final class ConnectorReading {
  private static final String AT = "register.connector.";
  private static final Set<String> ALGORITHMS = Set.of("PS256", "RS256", "ES256");
  private static final int SPEED_MAX = 1_000_000;
  private static final int DELAY_MS_MAX = 60_000;

  /** Nothing of these without the first of them. */
  private static final List<String> TOKEN =
      List.of("tokenUrl", "clientId", "tokenKeyId", "tokenKeyFile", "tokenAudience", "tokenScope");

  private static final List<String> TOKEN_REQUIRED = TOKEN.subList(0, 4);
  private static final List<String> OWN = List.of("certificateFile", "keyFile");

  private final Settings in;
  private final Path home;

  private enum Kind {
    NONE,
    HTTP,
    SIMULATED
  }

  ConnectorReading(Settings in, Path home) {
    this.in = in;
    this.home = home;
  }

  Optional<Connector> read(Mode mode) {
    var kind =
        in.parsed(AT + "kind", ConnectorReading::kind, "expected none, http or simulated")
            .orElse(Kind.NONE);
    var http = http(kind);
    var simulated = simulated();
    return switch (kind) {
      case NONE -> Optional.empty();
      case HTTP -> http;
      case SIMULATED -> {
        if (mode == Mode.PRODUCTION) {
          in.mistake(AT + "kind", "simulated is for development only");
        }
        yield Optional.of(simulated);
      }
    };
  }

  private static Kind kind(String text) {
    return Stream.of(Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  private Connector simulated() {
    return new Connector.Simulated(
        in.whole(AT + "simulatedSpeed", 1, 1, SPEED_MAX),
        in.whole(AT + "simulatedDelayMs", 0, 0, DELAY_MS_MAX),
        in.whole(AT + "simulatedFaultPercent", 0, 0, 100));
  }

  private Optional<Connector> http(Kind kind) {
    var url = address("url");
    var trusted = file("trustedFile");
    var own = own();
    var token = token();
    if (kind != Kind.HTTP) {
      Stream.of(List.of("url", "trustedFile"), OWN, TOKEN)
          .flatMap(List::stream)
          .filter(this::isSet)
          .forEach(name -> in.mistake(AT + name, "only with kind http"));
      return Optional.empty();
    }
    if (!isSet("url")) {
      in.mistake(AT + "url", "required with kind http");
    }
    boolean nobody = !isSet("certificateFile") && !isSet("tokenUrl");
    if (nobody && url.filter(UpstreamAddress::isEncrypted).isPresent()) {
      in.mistake(
          AT + "certificateFile", "this or tokenUrl is required: the bridge must know who asks");
    }
    return url.map(address -> new Connector.Http(address, trusted, own, token));
  }

  private Optional<Connector.OwnFiles> own() {
    requireTogether(OWN);
    return file("certificateFile")
        .flatMap(
            certificate -> file("keyFile").map(key -> new Connector.OwnFiles(certificate, key)));
  }

  private Optional<Connector.Token> token() {
    if (TOKEN.stream().anyMatch(this::isSet)) {
      TOKEN_REQUIRED.stream()
          .filter(name -> !isSet(name))
          .forEach(name -> in.mistake(AT + name, "required for an access token"));
    }
    var endpoint = address("tokenUrl");
    var clientId = text("clientId");
    var keyId = text("tokenKeyId");
    var keyFile = file("tokenKeyFile");
    var audience = text("tokenAudience");
    var scope = text("tokenScope");
    var algorithm =
        in.parsed(
                AT + "tokenAlgorithm",
                ConnectorReading::algorithm,
                "expected PS256, RS256 or ES256")
            .orElse("PS256");
    if (endpoint.isEmpty() || clientId.isEmpty() || keyId.isEmpty() || keyFile.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Connector.Token(
            endpoint.get(),
            audience.orElse(endpoint.get().uri().toString()),
            clientId.get(),
            algorithm,
            keyId.get(),
            keyFile.get(),
            scope));
  }

  private static String algorithm(String text) {
    if (!ALGORITHMS.contains(text)) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private void requireTogether(List<String> names) {
    if (names.stream().anyMatch(this::isSet)) {
      names.stream()
          .filter(name -> !isSet(name))
          .forEach(name -> in.mistake(AT + name, "required with " + others(names, name)));
    }
  }

  private static String others(List<String> names, String but) {
    return String.join(", ", names.stream().filter(name -> !name.equals(but)).toList());
  }

  private boolean isSet(String name) {
    return text(name).isPresent();
  }

  private Optional<String> text(String name) {
    return in.optional(AT + name);
  }

  private Optional<Path> file(String name) {
    return in.path(AT + name).map(home::resolve);
  }

  private Optional<UpstreamAddress> address(String name) {
    return in.parsed(
        AT + name,
        UpstreamAddress::parse,
        "expected https://host, a port and a path allowed; http to this machine only");
  }
}
