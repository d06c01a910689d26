package nl.banenschakel.platform.vault;

import javax.crypto.Mac;

/**
 * HMAC-SHA-256 over a stream of bytes, keyed per tenant. Different threads may feed it, one after
 * the other, not at once.
 */
public final class KeyedDigest {
  private final Mac mac;

  KeyedDigest(Mac mac) {
    this.mac = mac;
  }

  /** Takes in the next bytes. */
  public void update(byte[] bytes) {
    mac.update(bytes);
  }

  /** The 32 bytes of the digest. Called once, at the end. */
  public byte[] finish() {
    return mac.doFinal();
  }
}
