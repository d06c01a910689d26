package nl.banenschakel.platform.http;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.banenschakel.platform.failure.Failure;

/** What one request may cost. */
public final class HttpLimits {
  /** A JSON body. */
  public static final int JSON_BYTES_MAX = 1024 * 1024;

  /** A form of a page, without files. */
  public static final int FORM_BYTES_MAX = 16 * 1024;

  /** The fields of a form. */
  static final int FORM_FIELDS_MAX = 50;

  /** An uploaded file. */
  public static final long UPLOAD_BYTES_MAX = 1024L * 1024 * 1024;

  /** The request line: method, path and query. */
  public static final int REQUEST_LINE_BYTES_MAX = 4_096;

  /** All headers together: a token of 8 KiB and as much again. */
  public static final int HEADER_BYTES_MAX = 16 * 1024;

  /** What is read, and thrown away, of a body that was refused, so that the sender sees why. */
  static final int DISCARDED_BYTES_MAX = 16 * 1024 * 1024;

  /** How long that may take. */
  static final int DISCARD_MS_MAX = 5_000;

  /** Bytes handed on at once: a file of 1 GiB in pieces of 8 KiB would be 131,072 events. */
  private static final int CHUNK_BYTES = 64 * 1024;

  /**
   * Silence in both directions. Longer than the merge of the largest file: that time is silent too.
   */
  private static final int IDLE_SECONDS = 600;

  private HttpLimits() {}

  /** Options for every server of ours: HTTP/1.1, whose limits are the ones above. */
  public static HttpServerOptions options() {
    return new HttpServerOptions()
        .setMaxInitialLineLength(REQUEST_LINE_BYTES_MAX)
        .setMaxHeaderSize(HEADER_BYTES_MAX)
        .setMaxChunkSize(CHUNK_BYTES)
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setDecompressionSupported(false)
        .setHandle100ContinueAutomatically(false)
        .setHttp2ClearTextEnabled(false)
        .setAlpnVersions(List.of(HttpVersion.HTTP_1_1));
  }

  static Failure tooLarge(long bytesMax) {
    return new Failure.TooLarge("A body may have %d bytes here.".formatted(bytesMax));
  }
}
