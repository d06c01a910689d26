package nl.banenschakel.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;

/**
 * A file that pages use, of the class path. Its address holds a digest of its bytes, so browsers
 * may keep it for ever and still see a new version at once.
 *
 * @param operationId its name in logs and metrics
 * @param path where it is served
 * @param contentType what it is
 * @param bytes what it holds
 */
record Asset(String operationId, String path, String contentType, Buffer bytes) {
  private static final int DIGEST_CHARS = 16;

  /**
   * Reads {@code static/name.extension}.
   *
   * @throws IllegalStateException when it is not there
   */
  static Asset load(String operationId, String name, String extension, String contentType) {
    var resource = "/static/" + name + "." + extension;
    try (var in = Asset.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The class path lacks " + resource + ".");
      }
      byte[] bytes = in.readAllBytes();
      var path = "/static/%s-%s.%s".formatted(name, digest(bytes), extension);
      return new Asset(operationId, path, contentType, Buffer.buffer(bytes));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  void mount(Endpoints http) {
    var reply =
        Reply.bytes(contentType, bytes)
            .with("Cache-Control", "public, max-age=31536000, immutable");
    http.open(operationId, path, Reads.NO_PERSONS, call -> Future.succeededFuture(reply));
  }

  private static String digest(byte[] bytes) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(sha256).substring(0, DIGEST_CHARS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
