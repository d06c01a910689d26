package nl.banenschakel.platform.client;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/**
 * How the two ends prove themselves. All of it is PEM.
 *
 * @param trusted certificates of whoever may sign the server's; empty: those that Java trusts
 * @param own the certificate that we show, and its key; empty: we show none
 */
public record UpstreamTls(Optional<Buffer> trusted, Optional<Own> own) {
  /** What a server with an ordinary certificate needs, which asks for none. */
  public static final UpstreamTls ORDINARY = new UpstreamTls(Optional.empty(), Optional.empty());

  /**
   * Our own certificate.
   *
   * @param certificate with those between it and a trusted one after it
   * @param key PKCS#8, not encrypted
   */
  public record Own(Buffer certificate, Buffer key) {
    /** Tells nothing of the key. */
    @Override
    public String toString() {
      return "Own[certificate]";
    }
  }
}
