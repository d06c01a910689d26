package nl.banenschakel.platform.db;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What PostgreSQL stores of a password (RFC 5802, RFC 7677): made here, so that a password is never
 * part of a statement, which a server may log.
 */
final class ScramVerifier {
  private static final int ITERATIONS = 4_096;
  private static final int SALT_BYTES = 16;
  private static final int KEY_BITS = 256;

  private ScramVerifier() {}

  /**
   * The text for {@code alter role ... password}; holds no quote.
   *
   * @throws IllegalArgumentException when the password is empty or not printable ASCII, for which
   *     SASLprep would have to be applied
   */
  static String of(String password) {
    if (!password.matches("[!-~]+")) {
      throw new IllegalArgumentException("a password must be of printable ASCII, without spaces");
    }
    var salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    try {
      var salted = salted(password, salt);
      var storedKey = MessageDigest.getInstance("SHA-256").digest(hmac(salted, "Client Key"));
      return "SCRAM-SHA-256$%d:%s$%s:%s"
          .formatted(
              ITERATIONS, base64(salt), base64(storedKey), base64(hmac(salted, "Server Key")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java lacks SHA-256", e);
    }
  }

  private static byte[] salted(String password, byte[] salt) throws GeneralSecurityException {
    var key = new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, KEY_BITS);
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(US_ASCII));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
