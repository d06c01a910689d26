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
   * @throws TokenRefused when it has another form
   */
  static SignedToken parse(String token) {
    TokenRefused.unless(token.length() <= LENGTH_MAX, "length");
    TokenRefused.unless(COMPACT.matcher(token).matches(), "form");
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
    TokenRefused.unless(
        REFUSED_HEADERS.stream().noneMatch(header::containsKey), "a header that is not taken");
    boolean typed =
        header.getValue("typ") instanceof String type
            && TYPES.contains(type.toLowerCase(Locale.ROOT));
    TokenRefused.unless(typed || !header.containsKey("typ"), "typ");
  }

  private static String kid(@Nullable Object kid) {
    if (kid instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new TokenRefused("kid");
  }

  private static Algorithm algorithm(@Nullable Object alg) {
    if (alg instanceof String label) {
      return Algorithm.named(label).orElseThrow(() -> new TokenRefused("alg"));
    }
    throw new TokenRefused("alg");
  }

  private static JsonObject object(String part) {
    try {
      return StrictJson.object(Buffer.buffer(bytes(part)));
    } catch (Failure.Invalid malformed) {
      throw new TokenRefused("JSON");
    }
  }

  private static byte[] bytes(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      throw new TokenRefused("base64url");
    }
    throw new TokenRefused("base64url");
  }
}
