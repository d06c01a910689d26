package nl.banenschakel.platform.auth;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.PubSecKeyOptions;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A public key that checks signatures of one algorithm: the one its own JWK names. A token's header
 * does not choose.
 *
 * @param kid the name tokens refer to it by
 * @param algorithm the only one it is used with
 * @param key the key itself
 * @param signatureBytes how long its signatures are, exactly
 */
record VerificationKey(String kid, Algorithm algorithm, PublicKey key, int signatureBytes) {
  static final int RSA_BITS_MIN = 2_048;
  private static final int KID_CHARS_MAX = 200;
  private static final int RSA_BITS_MAX = 8_192;
  private static final int COORDINATE_BYTES = 32;
  private static final int POINT_SIGNATURE_BYTES = 64;
  private static final List<String> SECRET_MEMBERS =
      List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  /** The beginning of every Ed25519 key in X.509 form (RFC 8410). */
  private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  /**
   * Reads one member of a JWK set (RFC 7517).
   *
   * @throws IllegalArgumentException when it is not a public key that may be used here
   */
  static VerificationKey parse(JsonObject jwk) {
    var kid = text(jwk, "kid");
    if (kid.length() > KID_CHARS_MAX || kid.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A key in the key set has a kid that is no name.");
    }
    for (var secret : SECRET_MEMBERS) {
      require(!jwk.containsKey(secret), kid, "is private or symmetric: give the public key only");
    }
    var algorithm =
        Algorithm.named(text(jwk, "alg"))
            .orElseThrow(() -> refused(kid, "needs an alg of RS256, PS256, ES256, EdDSA"));
    require(text(jwk, "kty").equals(algorithm.keyType()), kid, "has an alg of another kty");
    try {
      return switch (algorithm) {
        case RS256, PS256 -> rsa(jwk, kid, algorithm);
        case ES256 -> p256(jwk, kid);
        case EDDSA -> ed25519(jwk, kid);
      };
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("Key " + kid + " is not a key of its kty.", unusable);
    }
  }

  /** The form in which vertx-auth-jwt refuses, instead of skips, a key that it cannot use. */
  PubSecKeyOptions options() {
    var lines = Base64.getMimeEncoder().encodeToString(key.getEncoded());
    return new PubSecKeyOptions()
        .setAlgorithm(algorithm.label())
        .setId(kid)
        .setBuffer("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n");
  }

  private static VerificationKey rsa(JsonObject jwk, String kid, Algorithm algorithm)
      throws GeneralSecurityException {
    var modulus = new BigInteger(1, bytes(jwk, "n"));
    require(
        modulus.bitLength() >= RSA_BITS_MIN && modulus.bitLength() <= RSA_BITS_MAX,
        kid,
        "must have %d to %d bits".formatted(RSA_BITS_MIN, RSA_BITS_MAX));
    var exponent = new BigInteger(1, bytes(jwk, "e"));
    var key = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    return new VerificationKey(kid, algorithm, key, (modulus.bitLength() + 7) / 8);
  }

  private static VerificationKey p256(JsonObject jwk, String kid) throws GeneralSecurityException {
    require(text(jwk, "crv").equals("P-256"), kid, "must be on the curve P-256");
    byte[] x = bytes(jwk, "x");
    byte[] y = bytes(jwk, "y");
    require(
        x.length == COORDINATE_BYTES && y.length == COORDINATE_BYTES,
        kid,
        "must have coordinates of 32 bytes");
    var curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    var point = new ECPoint(new BigInteger(1, x), new BigInteger(1, y));
    var spec = new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class));
    var key = KeyFactory.getInstance("EC").generatePublic(spec);
    return new VerificationKey(kid, Algorithm.ES256, key, POINT_SIGNATURE_BYTES);
  }

  private static VerificationKey ed25519(JsonObject jwk, String kid)
      throws GeneralSecurityException {
    require(text(jwk, "crv").equals("Ed25519"), kid, "must be on the curve Ed25519");
    byte[] x = bytes(jwk, "x");
    require(x.length == COORDINATE_BYTES, kid, "must have a coordinate of 32 bytes");
    var encoded = HexFormat.of().formatHex(ED25519_PREFIX) + HexFormat.of().formatHex(x);
    var spec = new X509EncodedKeySpec(HexFormat.of().parseHex(encoded));
    var key = KeyFactory.getInstance("Ed25519").generatePublic(spec);
    return new VerificationKey(kid, Algorithm.EDDSA, key, POINT_SIGNATURE_BYTES);
  }

  private static byte[] bytes(JsonObject jwk, String name) {
    return Base64.getUrlDecoder().decode(text(jwk, name));
  }

  private static String text(JsonObject jwk, String name) {
    if (jwk.getValue(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException("A key in the key set has no " + name + ".");
  }

  private static void require(boolean holds, String kid, String rule) {
    if (!holds) {
      throw refused(kid, rule);
    }
  }

  private static IllegalArgumentException refused(String kid, String rule) {
    return new IllegalArgumentException("Key " + kid + " " + rule + ".");
  }
}
