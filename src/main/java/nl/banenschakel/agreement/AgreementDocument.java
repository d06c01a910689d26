package nl.banenschakel.agreement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the two accept: a version with what it is of, in one form only.
 *
 * @param version from 1
 * @param text JSON in the canonical form of RFC 8785
 */
record AgreementDocument(int version, Content content, String text) {

  /** A version of an agreement, both of whose organisations are known. */
  static AgreementDocument of(Agreement agreement, int version, Content content) {
    return new AgreementDocument(
        version, content, AgreementJson.document(agreement, version, content));
  }

  /** SHA-256 over the text in UTF-8, as 64 hexadecimal digits. */
  String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
