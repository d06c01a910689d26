package nl.banenschakel.platform.config;

import java.nio.file.Path;
import java.util.Optional;
import nl.banenschakel.platform.client.UpstreamAddress;

/**
 * Whose tokens are trusted: the settings {@code tokens}. Its keys are in a file, or are fetched.
 *
 * @param issuer the {@code iss} of the identity provider, to the letter
 * @param audience the {@code aud} that stands for this gateway
 * @param keySetFile its public keys as a JWK set
 * @param keySetUrl where it publishes them
 */
public record Tokens(
    String issuer,
    String audience,
    Optional<Path> keySetFile,
    Optional<UpstreamAddress> keySetUrl) {
  private static final String FILE = "tokens.keySetFile";
  private static final String URL = "tokens.keySetUrl";

  static Optional<Tokens> read(Settings in, Path home) {
    var issuer = in.optional("tokens.issuer");
    var audience = in.optional("tokens.audience");
    var file = in.path(FILE).map(home::resolve);
    var url =
        in.parsed(URL, UpstreamAddress::parse, "expected https://host, a port and a path allowed");
    if (file.isPresent() && url.isPresent()) {
      in.mistake(URL, "give this or tokens.keySetFile, not both");
    }
    return issuer.isPresent() && audience.isPresent() && (file.isPresent() || url.isPresent())
        ? Optional.of(new Tokens(issuer.get(), audience.get(), file, url))
        : Optional.empty();
  }

  static void requireKeys(Settings in) {
    if (in.optional(FILE).or(() -> in.optional(URL)).isEmpty()) {
      in.mistake(URL, "required in production, or else tokens.keySetFile");
    }
  }
}
