package nl.banenschakel.platform.auth;

/**
 * What a token must say beside its signature.
 *
 * @param issuer the {@code iss} of our identity provider, to the letter
 * @param audience the name the identity provider knows the gateway by; a token's {@code aud} is
 *     this or holds this
 */
public record TokenRules(String issuer, String audience) {
  /** Both must be there: an empty one would let every token pass. */
  public TokenRules {
    if (issuer.isBlank() || audience.isBlank()) {
      throw new IllegalArgumentException("Tokens need an issuer and an audience.");
    }
  }
}
