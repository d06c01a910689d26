package nl.banenschakel.platform.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import nl.banenschakel.platform.failure.Failure;

/**
 * Tells a form of our own pages from one of another site. Browsers say it in {@code Sec-Fetch-Site}
 * (W3C Fetch Metadata), over TLS and on the loopback; else {@code Origin} must name the host that
 * was asked.
 */
final class SameOrigin {
  private SameOrigin() {}

  /** The call itself; throws {@link Failure.Refused} when it comes from elsewhere. */
  static Call require(Call call) {
    if (!holds(call.request())) {
      throw new Failure.Refused("ORIGIN_FOREIGN", "This form was not sent by a page of ours.");
    }
    return call;
  }

  private static boolean holds(HttpServerRequest request) {
    var sites = request.headers().getAll("Sec-Fetch-Site");
    if (!sites.isEmpty()) {
      return sites.equals(List.of("same-origin"));
    }
    var origins = request.headers().getAll(HttpHeaders.ORIGIN);
    var hosts = request.headers().getAll(HttpHeaders.HOST);
    return origins.size() == 1 && List.of(authority(origins.get(0))).equals(hosts);
  }

  /** Empty, which no host is, for an origin that is no address, such as {@code null}. */
  private static String authority(String origin) {
    try {
      return Objects.requireNonNullElse(URI.create(origin).getRawAuthority(), "");
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
