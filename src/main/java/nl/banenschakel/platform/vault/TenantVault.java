package nl.banenschakel.platform.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.banenschakel.kernel.Bsn;

/**
 * The vault of one tenant. A BSN that it seals is bound to tenant, person, field and key: moved to
 * another row it does not open. Safe for several threads at once.
 */
public final class TenantVault {
  private static final byte[] FIELD = ascii("bsn");
  private static final byte[] FILE = ascii("file");
  private static final byte[] BLIND_PREFIX = ascii("nl:bsn:");

  private final UUID tenant;
  private final PrfSet master;
  private final Aead aead;
  private final int sealingKeyId;
  private final int blindKeyId;
  private final Map<Integer, DerivedMac> blind;
  private final DerivedMac digest;
  private final DerivedMac pseudonym;
  private final DerivedMac link;
  private final Map<Integer, DerivedMac> signing;

  TenantVault(UUID tenant, Aead aead, int sealingKeyId, PrfSet master) {
    this.tenant = tenant;
    this.master = master;
    this.aead = aead;
    this.sealingKeyId = sealingKeyId;
    this.blindKeyId = master.getPrimaryId();
    this.blind = ofEveryKey(master, tenant, "blind-index", BLIND_PREFIX);
    this.signing = ofEveryKey(master, tenant, "signature", new byte[0]);
    this.digest = DerivedMac.derive(master, blindKeyId, "digest", tenant, new byte[0]);
    this.pseudonym = DerivedMac.derive(master, blindKeyId, "pseudonym", tenant, new byte[0]);
    this.link = DerivedMac.derive(master, blindKeyId, "link", tenant, new byte[0]);
  }

  /** A file as it is stored: sealed, and the key's id. */
  public record SealedFile(Buffer bytes, int keyId) {}

  /** Seals a file with the newest key, bound to what it belongs to. */
  public SealedFile sealFile(UUID owner, byte[] file) {
    try {
      var sealed = aead.encrypt(file, boundTo(owner, FILE, sealingKeyId));
      return new SealedFile(Buffer.buffer(sealed), sealingKeyId);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A file could not be sealed", e);
    }
  }

  /**
   * Opens a file that was sealed for this tenant and owner.
   *
   * @throws IllegalStateException when it was sealed for another, or was changed
   */
  public byte[] openFile(UUID owner, SealedFile sealed) {
    try {
      return aead.decrypt(sealed.bytes().getBytes(), boundTo(owner, FILE, sealed.keyId()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A sealed file does not open for this tenant and owner", e);
    }
  }

  /** Seals the BSN of one person with the newest keys; never twice to the same bytes. */
  public SealedBsn seal(UUID person, Bsn bsn) {
    try {
      byte[] sealed = aead.encrypt(ascii(bsn.digits()), boundTo(person, FIELD, sealingKeyId));
      return new SealedBsn(blindIndex(bsn), blindKeyId, Buffer.buffer(sealed), sealingKeyId);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A BSN could not be sealed", e);
    }
  }

  /**
   * Opens what was sealed for this tenant and person, with whichever key it was.
   *
   * @throws IllegalStateException when it was sealed for another tenant or person, with a key that
   *     is not in the keyset, or was changed
   */
  public Bsn open(UUID person, SealedBsn sealed) {
    try {
      byte[] digits =
          aead.decrypt(sealed.sealed().getBytes(), boundTo(person, FIELD, sealed.sealedKeyId()));
      return Bsn.parse(new String(digits, StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "A sealed BSN does not open for this tenant, person and key", e);
    }
  }

  /**
   * What finds a person again: 32 bytes, equal for equal BSNs of this tenant, by the newest key.
   */
  public Buffer blindIndex(Bsn bsn) {
    return blindIndex(bsn, blindKeyId);
  }

  /**
   * The blind index by an older key, for rows that were made with it.
   *
   * @throws IllegalStateException when the keyset has no such key
   */
  public Buffer blindIndex(Bsn bsn, int keyId) {
    var key = blind.get(keyId);
    if (key == null) {
      throw new IllegalStateException("The keyset has no master key " + keyId);
    }
    return Buffer.buffer(key.start().doFinal(ascii(bsn.digits())));
  }

  /** The id of the master key that {@link #blindIndex(Bsn)} uses: stored beside it. */
  public int blindKeyId() {
    return blindKeyId;
  }

  /** A new digest, keyed for this tenant: a plain hash of a few BSNs could be reversed. */
  public KeyedDigest digest() {
    return new KeyedDigest(digest.start());
  }

  /**
   * What stands for a text that may be a BSN and names somebody: 32 bytes, equal for equal texts of
   * this tenant. By the newest key only: after a new one the same text gets another pseudonym.
   */
  public Buffer pseudonym(String text) {
    return Buffer.buffer(pseudonym.start().doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * What stands for a text that names somebody, to one receiver: for each a key of its own, so that
   * two of them cannot tell that theirs stand for the same. UUIDs of version 8 (RFC 9562), by the
   * newest key only.
   */
  public Function<String, UUID> pseudonymsFor(UUID receiver) {
    var mac = DerivedMac.derive(master, blindKeyId, "pseudonym|" + receiver, tenant, new byte[0]);
    return text -> {
      var bytes = ByteBuffer.wrap(mac.start().doFinal(text.getBytes(StandardCharsets.UTF_8)));
      long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
      long low = (bytes.getLong() & ~(3L << 62)) | (1L << 63);
      return new UUID(high, low);
    };
  }

  /** What shows that this tenant gave out a link: 32 bytes. By the newest key only. */
  byte[] signLink(byte[] linked) {
    return link.start().doFinal(linked);
  }

  /** What shows that this tenant did something, by the newest key. */
  Signatures.Signature sign(byte[] document) {
    return new Signatures.Signature(
        blindKeyId, Buffer.buffer(sign(blindKeyId, document).orElseThrow()));
  }

  /** The same by an older key; empty: there is no such key. */
  Optional<byte[]> sign(int keyId, byte[] document) {
    return Optional.ofNullable(signing.get(keyId)).map(key -> key.start().doFinal(document));
  }

  private static Map<Integer, DerivedMac> ofEveryKey(
      PrfSet master, UUID tenant, String purpose, byte[] prefix) {
    try {
      return master.getPrfs().keySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  id -> id, id -> DerivedMac.derive(master, id, purpose, tenant, prefix)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The master keys cannot be used", e);
    }
  }

  private byte[] boundTo(UUID person, byte[] field, int keyId) {
    // Every part but the field has a fixed length, so no two different bindings give the same
    // bytes.
    return ByteBuffer.allocate(4 * Long.BYTES + field.length + Integer.BYTES)
        .putLong(tenant.getMostSignificantBits())
        .putLong(tenant.getLeastSignificantBits())
        .putLong(person.getMostSignificantBits())
        .putLong(person.getLeastSignificantBits())
        .put(field)
        .putInt(keyId)
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
