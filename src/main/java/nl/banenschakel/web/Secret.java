package nl.banenschakel.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 256 random bits that let somebody in. Only its digest is kept: who reads this process's memory
 * cannot sign in with what is there.
 */
final class Secret {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /** A new one. */
  static Secret fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** One that somebody shows, if it has the form of one. */
  static Optional<Secret> parse(String shown) {
    return FORM.matcher(shown).matches() ? Optional.of(new Secret(shown)) : Optional.empty();
  }

  /** As it is handed out: 43 characters that need no escaping in an address or a cookie. */
  String text() {
    return text;
  }

  /** SHA-256: what is kept. */
  ByteBuffer digest() {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(sha256.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "Secret[...]";
  }
}
