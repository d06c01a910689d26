package nl.banenschakel.platform.vault;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Shows afterwards that what an organisation did was written down here and was not changed since:
 * the database holds nothing by which that could be made. An older master key still shows it as
 * long as it is in the keyset.
 */
public final class Signatures {
  private final Vault vault;

  /** By the keys of a vault. */
  public Signatures(Vault vault) {
    this.vault = vault;
  }

  /**
   * What stands beside a document.
   *
   * @param keyId the master key from which the organisation's own was derived
   * @param mac HMAC-SHA-256 over the document in UTF-8: 32 bytes
   */
  public record Signature(int keyId, Buffer mac) {}

  /** SHA-256 over a document in UTF-8, as 64 hexadecimal digits. */
  public static String hash(String document) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(document.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Of a document, in the name of an organisation. */
  public Signature sign(UUID organisation, String document) {
    return vault.forTenant(organisation).sign(document.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether it was made here, of just this document and for this organisation. */
  public boolean holds(UUID organisation, String document, Signature signature) {
    return vault
        .forTenant(organisation)
        .sign(signature.keyId(), document.getBytes(StandardCharsets.UTF_8))
        .filter(mac -> MessageDigest.isEqual(mac, signature.mac().getBytes()))
        .isPresent();
  }
}
