package nl.banenschakel.platform.vault;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 with a key derived from the master for one tenant and one purpose. It holds a MAC
 * that has taken in the key and a prefix; each use starts from a copy, which costs less than a new
 * one and lets several threads share it.
 */
final class DerivedMac {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final Mac started;

  private DerivedMac(Mac started) {
    this.started = started;
  }

  static DerivedMac derive(PrfSet master, int keyId, String purpose, UUID tenant, byte[] prefix) {
    var info = "nl.banenschakel|%s|%s|v1".formatted(purpose, tenant);
    try {
      var prf = master.getPrfs().get(keyId);
      if (prf == null) {
        throw new IllegalStateException("The keyset has no master key " + keyId);
      }
      byte[] key = prf.compute(info.getBytes(StandardCharsets.US_ASCII), KEY_BYTES);
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(prefix);
      return new DerivedMac(mac);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A tenant's key cannot be derived", e);
    }
  }

  /** A MAC of its own for the caller. */
  Mac start() {
    try {
      return (Mac) started.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("This Java's HMAC-SHA-256 cannot be copied", e);
    }
  }
}
