package nl.banenschakel.platform.client;

import java.net.URI;
import java.util.Locale;

/**
 * Where another server is: https, or http to this very machine. Personal data never goes over a
 * line that others can read.
 *
 * @param uri absolute, without user, query, fragment and slash at the end
 */
public record UpstreamAddress(URI uri) {

  /** Holds a safe address, or fails with {@link IllegalArgumentException}. */
  public UpstreamAddress {
    if (uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.getQuery() != null
        || uri.getFragment() != null
        || !isSafe(uri)) {
      throw new IllegalArgumentException("expected https://host, a port and a path allowed");
    }
  }

  /**
   * Reads an address; a slash at its end is left out.
   *
   * @throws IllegalArgumentException when it is none, or not safe
   */
  public static UpstreamAddress parse(String text) {
    return new UpstreamAddress(URI.create(text.strip().replaceFirst("/+$", "")));
  }

  /** Whether nobody on the way can read what goes there. */
  public boolean isEncrypted() {
    return "https".equals(uri.getScheme());
  }

  /** The address of something below, such as {@code /register-status}. */
  String below(String path) {
    return uri + path;
  }

  private static boolean isSafe(URI uri) {
    return "https".equals(uri.getScheme())
        || ("http".equals(uri.getScheme()) && isLoopback(uri.getHost().toLowerCase(Locale.ROOT)));
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }
}
