package nl.banenschakel.platform.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Signed links: texts that an organisation gives to somebody without an account here, and that let
 * them do one thing in its name. A text says which organisation gave it and what it is about, and
 * the database holds nothing by which it could be made. Whether it still works is for who asks to
 * say. After a new master key no older link opens.
 */
public final class Links {
  private static final int ID_BYTES = 2 * Long.BYTES;
  private static final int MAC_BYTES = 32;

  private final Vault vault;

  /** Signed with the keys of a vault. */
  public Links(Vault vault) {
    this.vault = vault;
  }

  /**
   * What a link is about.
   *
   * @param tenant the organisation that gave it
   */
  public record Target(UUID tenant, UUID thing) {}

  /**
   * The text of a link: 86 characters that may stand in an address.
   *
   * @param purpose what it is for: a link for one thing opens no other
   */
  public String sign(String purpose, Target target) {
    byte[] mac = mac(purpose, target);
    var bytes = ids(target, MAC_BYTES).put(mac).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What a link is about; empty when nobody here gave it for that purpose. */
  public Optional<Target> open(String purpose, String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
    if (bytes.length != 2 * ID_BYTES + MAC_BYTES) {
      return Optional.empty();
    }
    var in = ByteBuffer.wrap(bytes);
    var target =
        new Target(new UUID(in.getLong(), in.getLong()), new UUID(in.getLong(), in.getLong()));
    byte[] mac = new byte[MAC_BYTES];
    in.get(mac);
    return MessageDigest.isEqual(mac, mac(purpose, target))
        ? Optional.of(target)
        : Optional.empty();
  }

  /** The ids have a fixed length, so no two purposes and targets give the same bytes. */
  private byte[] mac(String purpose, Target target) {
    byte[] named = purpose.getBytes(StandardCharsets.US_ASCII);
    var signed = ids(target, named.length).put(named).array();
    return vault.forTenant(target.tenant()).signLink(signed);
  }

  private static ByteBuffer ids(Target target, int more) {
    return ByteBuffer.allocate(2 * ID_BYTES + more)
        .putLong(target.tenant().getMostSignificantBits())
        .putLong(target.tenant().getLeastSignificantBits())
        .putLong(target.thing().getMostSignificantBits())
        .putLong(target.thing().getLeastSignificantBits());
  }
}
