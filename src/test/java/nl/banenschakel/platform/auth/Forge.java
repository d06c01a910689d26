package nl.banenschakel.platform.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs tokens, right and wrong ones, without the library that is to verify them. */
public final class Forge {
  public static final TokenRules RULES =
      new TokenRules("https://login.voorbeeld.example", "banenschakel");
  public static final UUID ORGANISATION = UUID.fromString("0197a3c2-7c1e-7d40-9a55-3f1c52d0a001");
  public static final UUID OTHER = UUID.fromString("0197a3c2-7c1e-7d40-9a55-3f1c52d0a002");

  public static final KeyPair RSA = pair("RSA", 2_048);
  public static final KeyPair PSS = pair("RSA", 2_048);
  public static final KeyPair EC = curve();
  public static final KeyPair ED = pair("Ed25519", 255);

  private Forge() {}

  /** The public keys: {@code rsa}, {@code pss}, {@code ec} and {@code ed}. */
  public static KeySet keys() {
    return KeySet.parse(
        set(rsa("rsa", "RS256", RSA), rsa("pss", "PS256", PSS), ec("ec", EC), ed()));
  }

  /** A JWK set file of these keys. */
  public static Buffer set(JsonObject... keys) {
    return new JsonObject().put("keys", new JsonArray(Arrays.asList(keys))).toBuffer();
  }

  public static JsonObject rsa(String kid, String alg, KeyPair pair) {
    var key = (RSAPublicKey) pair.getPublic();
    return new JsonObject()
        .put("kty", "RSA")
        .put("kid", kid)
        .put("alg", alg)
        .put("n", base64(unsigned(key.getModulus(), (key.getModulus().bitLength() + 7) / 8)))
        .put("e", base64(key.getPublicExponent().toByteArray()));
  }

  public static JsonObject ec(String kid, KeyPair pair) {
    var point = ((ECPublicKey) pair.getPublic()).getW();
    return new JsonObject()
        .put("kty", "EC")
        .put("crv", "P-256")
        .put("kid", kid)
        .put("alg", "ES256")
        .put("x", base64(unsigned(point.getAffineX(), 32)))
        .put("y", base64(unsigned(point.getAffineY(), 32)));
  }

  public static JsonObject ed() {
    byte[] encoded = ED.getPublic().getEncoded();
    return new JsonObject()
        .put("kty", "OKP")
        .put("crv", "Ed25519")
        .put("kid", "ed")
        .put("alg", "EdDSA")
        .put("x", base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)));
  }

  /** The header of a good token. */
  public static JsonObject header(String kid, String alg) {
    return new JsonObject().put("alg", alg).put("typ", "JWT").put("kid", kid);
  }

  /** The claims of a good token: HR of one organisation, for ten minutes from now. */
  public static JsonObject claims() {
    long now = Instant.now().getEpochSecond();
    return new JsonObject()
        .put("iss", RULES.issuer())
        .put("aud", RULES.audience())
        .put("sub", "hr-client")
        .put("iat", now)
        .put("nbf", now)
        .put("exp", now + 600)
        .put("organisations", new JsonArray().add(ORGANISATION.toString()))
        .put("roles", new JsonArray().add("hr"));
  }

  /** A good token with these claims. */
  public static String good(JsonObject claims) {
    return token(header("ec", "ES256"), claims.encode(), "ES256", EC.getPrivate());
  }

  /** Any token: what the header says and how it is signed are two things. */
  public static String token(JsonObject header, String payload, String alg, PrivateKey key) {
    var signed = base64(header.encode()) + "." + base64(payload);
    return signed + "." + base64(signature(alg, key, signed.getBytes(UTF_8)));
  }

  /** A token "signed" with a public key as if it were a shared secret. */
  public static String hmac(JsonObject header, JsonObject claims, byte[] secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      var signed = base64(header.encode()) + "." + base64(claims.encode());
      return signed + "." + base64(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static String base64(String text) {
    return base64(text.getBytes(UTF_8));
  }

  public static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public static KeyPair pair(String algorithm, int size) {
    try {
      var generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static KeyPair curve() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] signature(String alg, PrivateKey key, byte[] signed) {
    try {
      var signer =
          switch (alg) {
            case "RS256" -> Signature.getInstance("SHA256withRSA");
            case "RS512" -> Signature.getInstance("SHA512withRSA");
            case "PS256" -> Signature.getInstance("RSASSA-PSS");
            case "ES256" -> Signature.getInstance("SHA256withECDSAinP1363Format");
            case "ASN.1" -> Signature.getInstance("SHA256withECDSA");
            default -> Signature.getInstance("Ed25519");
          };
      if (alg.equals("PS256")) {
        signer.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signer.initSign(key);
      signer.update(signed);
      return signer.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] unsigned(BigInteger value, int length) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[length];
    int kept = Math.min(bytes.length, length);
    System.arraycopy(bytes, bytes.length - kept, fixed, length - kept, kept);
    return fixed;
  }
}
