package nl.banenschakel.platform.config;

import java.nio.file.Path;
import java.util.Optional;
import nl.banenschakel.platform.client.UpstreamAddress;

/** How the gateway asks the register, where it does: the settings {@code register.connector}. */
public sealed interface Connector {

  /**
   * Over HTTP, as {@code openapi/register-connector.yaml} says. Files are PEM.
   *
   * @param trustedFile certificates of whoever may sign the bridge's; empty: those that Java trusts
   * @param own the certificate that is shown; empty: none is
   * @param token how an access token is got; empty: the certificate tells who asks
   */
  record Http(
      UpstreamAddress address,
      Optional<Path> trustedFile,
      Optional<OwnFiles> own,
      Optional<Token> token)
      implements Connector {}

  /** A certificate of ours and its key. */
  record OwnFiles(Path certificate, Path key) {}

  /**
   * An access token by {@code private_key_jwt}.
   *
   * @param endpoint where it is got
   * @param audience as the endpoint names itself
   * @param scope what is asked for, where the endpoint wants to know
   */
  record Token(
      UpstreamAddress endpoint,
      String audience,
      String clientId,
      String algorithm,
      String keyId,
      Path keyFile,
      Optional<String> scope) {}

  /**
   * A register of people who do not exist, for development.
   *
   * @param speed its clock moves so many times as fast as time does
   * @param delayMs about how long an answer takes
   * @param faultPercent how many of a hundred questions get no answer
   */
  record Simulated(int speed, int delayMs, int faultPercent) implements Connector {}
}
