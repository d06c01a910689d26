package nl.banenschakel.platform.auth;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/**
 * Signs what this gateway proves itself with at somebody's token endpoint: {@code private_key_jwt}
 * (RFC 7523, OpenID Connect Core 9; OAuth NL GOV 1.1). Each assertion is used once and holds for a
 * minute.
 */
public final class ClientAssertion {
  /** The form of the assertion, as the token endpoint is told. */
  static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private static final int LIFETIME_SECONDS = 60;
  private static final int ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final JWTAuth signer;
  private final Key key;
  private final Clock clock;

  /**
   * Who we are there, and our key.
   *
   * @param clientId as the operator of the token endpoint knows us
   * @param audience the token endpoint, as it names itself
   * @param algorithm PS256, RS256 or ES256
   * @param keyId names the key to the other side
   * @param pem the private key, PKCS#8
   */
  public record Key(String clientId, String audience, String algorithm, String keyId, Buffer pem) {
    /** Tells nothing of the key. */
    @Override
    public String toString() {
      return "Key[" + clientId + "]";
    }
  }

  private ClientAssertion(JWTAuth signer, Key key, Clock clock) {
    this.signer = signer;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Signs with a key.
   *
   * @throws IllegalArgumentException when the key is none, or is not for this algorithm
   */
  public static ClientAssertion of(Vertx vertx, Key key, Clock clock) {
    try {
      var options =
          new PubSecKeyOptions()
              .setAlgorithm(key.algorithm())
              .setId(key.keyId())
              .setBuffer(key.pem());
      var signer = JWTAuth.create(vertx, new JWTAuthOptions().addPubSecKey(options));
      var made = new ClientAssertion(signer, key, clock);
      if (made.sign().isEmpty()) {
        throw unusable();
      }
      return made;
    } catch (RuntimeException failed) {
      // Its message and causes may show the key.
      throw unusable();
    }
  }

  /** A new assertion. */
  public String sign() {
    long now = clock.instant().getEpochSecond();
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    var claims =
        new JsonObject()
            .put("iss", key.clientId())
            .put("sub", key.clientId())
            .put("aud", key.audience())
            .put("iat", now)
            .put("exp", now + LIFETIME_SECONDS)
            .put("jti", HexFormat.of().formatHex(id));
    return signer.generateToken(
        claims, new JWTOptions().setAlgorithm(key.algorithm()).setNoTimestamp(true));
  }

  private static IllegalArgumentException unusable() {
    return new IllegalArgumentException(
        "expected a private key in PEM (PKCS#8) that is for the algorithm");
  }
}
