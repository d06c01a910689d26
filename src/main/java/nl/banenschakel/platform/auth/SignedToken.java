package nl.banenschakel.platform.auth;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.json.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * A token taken apart (RFC 7515, compact form); nothing of it is trusted yet. Every part is
 * base64url in its one canonical form and every JSON name occurs once, so that no two readers can
 * see two tokens in one.
 *
 * @param kid which key it says signed it
 * @param algorithm which algorithm it says signed it
 * @param payload the claims
 * @param signatureBytes how long its signature is
 */
record SignedToken(String kid, Algorithm algorithm, JsonObject payload, int signatureBytes) {
  /** Characters of a token. */
  static final int LENGTH_MAX = 8_192;

  private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  /** Headers that bring their own key, or change what the signature means. */
  private static final List<String> REFUSED_HEADERS =
      List.of("crit", "b64", "zip", "enc", "jwk", "jku", "x5u", "x5c");

  /**
   * Takes a token apart.
   *
   * @throws Failure.Unauthenticated when it has another form
   */
  static SignedToken parse(String token) {
    if (token.length() > LENGTH_MAX || !COMPACT.matcher(token).matches()) {
      throw new Failure.Unauthenticated();
    }
    int first = token.indexOf('.');
    int second = token.lastIndexOf('.');
    var header = object(token.substring(0, first));
    checkHeader(header);
    return new SignedToken(
        kid(header.getValue("kid")),
        algorithm(header.getValue("alg")),
        object(token.substring(first + 1, second)),
        bytes(token.substring(second + 1)).length);
  }

  private static void checkHeader(JsonObject header) {
    if (REFUSED_HEADERS.stream().anyMatch(header::containsKey)) {
      throw new Failure.Unauthenticated();
    }
    boolean typed =
        header.getValue("typ") instanceof String type
            && TYPES.contains(type.toLowerCase(Locale.ROOT));
    if (header.containsKey("typ") && !typed) {
      throw new Failure.Unauthenticated();
    }
  }

  private static String kid(@Nullable Object kid) {
    if (kid instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new Failure.Unauthenticated();
  }

  private static Algorithm algorithm(@Nullable Object alg) {
    if (alg instanceof String label) {
      return Algorithm.named(label).orElseThrow(Failure.Unauthenticated::new);
    }
    throw new Failure.Unauthenticated();
  }

  private static JsonObject object(String part) {
    try {
      return StrictJson.object(Buffer.buffer(bytes(part)));
    } catch (Failure.Invalid malformed) {
      throw new Failure.Unauthenticated();
    }
  }

  private static byte[] bytes(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      throw new Failure.Unauthenticated();
    }
    throw new Failure.Unauthenticated();
  }
}
