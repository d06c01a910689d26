package nl.banenschakel.platform.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import nl.banenschakel.platform.failure.Failure;

/** Media types of bodies that come in. */
final class Media {
  private Media() {}

  /**
   * Checks that a body is of a type that is taken, and not compressed: a compressed body of a few
   * bytes may be of any size.
   *
   * @throws Failure.Unsupported naming what is taken
   */
  static void require(Set<String> taken, MultiMap headers) {
    boolean plain =
        headers.getAll(HttpHeaders.CONTENT_ENCODING).stream()
            .allMatch("identity"::equalsIgnoreCase);
    if (!plain || !taken.contains(bare(headers.getAll(HttpHeaders.CONTENT_TYPE)))) {
      throw new Failure.Unsupported(String.join(", ", new TreeSet<>(taken)));
    }
  }

  /** The type without its parameters; empty when there is none or more than one. */
  static String bare(List<String> contentTypes) {
    if (contentTypes.size() != 1) {
      return "";
    }
    var type = contentTypes.get(0);
    int parameters = type.indexOf(';');
    return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
  }
}
