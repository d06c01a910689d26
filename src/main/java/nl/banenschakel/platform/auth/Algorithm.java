package nl.banenschakel.platform.auth;

import java.util.Optional;

/** The signature algorithms that are taken (RFC 7518, RFC 8037); there are no others. */
enum Algorithm {
  RS256("RS256", "RSA"),
  PS256("PS256", "RSA"),
  ES256("ES256", "EC"),
  EDDSA("EdDSA", "OKP");

  private final String label;
  private final String keyType;

  Algorithm(String label, String keyType) {
    this.label = label;
    this.keyType = keyType;
  }

  static Optional<Algorithm> named(String label) {
    for (var algorithm : values()) {
      if (algorithm.label.equals(label)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** The name in {@code alg}. */
  String label() {
    return label;
  }

  /** The {@code kty} of its keys. */
  String keyType() {
    return keyType;
  }
}
