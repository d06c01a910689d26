package nl.banenschakel.platform.auth;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens whose signature was found good a short while ago: checking one costs as much as the rest
 * of a small request. Known by their digest, so that memory holds no token. Belongs to one key set
 * and goes with it. Used by every event loop.
 */
final class VerifiedTokens {
  static final int KEPT_MAX = 1_000;
  static final Duration KEPT_AT_MOST = Duration.ofMinutes(5);

  private record Kept(String kid, TokenClaims claims, Instant until) {}

  private final Map<ByteBuffer, Kept> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Kept> eldest) {
          return size() > KEPT_MAX;
        }
      };

  synchronized Optional<TokenClaims> find(ByteBuffer digest, Instant now) {
    var found = Optional.ofNullable(kept.get(digest));
    if (found.isPresent() && !now.isBefore(found.get().until())) {
      kept.remove(digest);
      return Optional.empty();
    }
    return found.map(Kept::claims);
  }

  /** Of a token that the key of this name signed. */
  synchronized void keep(ByteBuffer digest, String kid, TokenClaims claims, Instant now) {
    var until = now.plus(KEPT_AT_MOST);
    boolean endsBefore = claims.expiresAt().isBefore(until);
    kept.put(digest, new Kept(kid, claims, endsBefore ? claims.expiresAt() : until));
  }

  /** Those that these keys signed, for a key set in which they are the same. */
  synchronized VerifiedTokens ofKeys(Set<String> kids) {
    var others = new VerifiedTokens();
    kept.forEach(
        (digest, token) -> {
          if (kids.contains(token.kid())) {
            others.kept.put(digest, token);
          }
        });
    return others;
  }
}
