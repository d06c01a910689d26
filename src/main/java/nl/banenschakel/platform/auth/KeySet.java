package nl.banenschakel.platform.auth;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.json.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * The public keys that tokens may be signed with, by {@code kid}: at least one, at most {@value
 * #KEYS_MAX}. Never changes; a changed file is another set.
 */
public final class KeySet {
  /** Keys in one set. */
  public static final int KEYS_MAX = 50;

  private final Map<String, VerificationKey> keys;

  private KeySet(Map<String, VerificationKey> keys) {
    this.keys = keys;
  }

  /**
   * Reads a JWK set file (RFC 7517, section 5). Blocks: for start and for a worker.
   *
   * @throws IllegalArgumentException when the file is no key set, holds a key that may not be used,
   *     a {@code kid} twice, or no key
   */
  public static KeySet load(Path file) throws IOException {
    return parse(Buffer.buffer(Files.readAllBytes(file)));
  }

  /** As {@link #load}, from what was read. Keys for encryption ({@code use: enc}) are left out. */
  public static KeySet parse(Buffer set) {
    var keys = new LinkedHashMap<String, VerificationKey>();
    for (var item : listed(set)) {
      if (!(item instanceof JsonObject jwk)) {
        throw new IllegalArgumentException("A key in the key set is not an object.");
      }
      if ("enc".equals(jwk.getValue("use"))) {
        continue;
      }
      var key = VerificationKey.parse(jwk);
      if (keys.put(key.kid(), key) != null) {
        throw new IllegalArgumentException("The key set names " + key.kid() + " twice.");
      }
    }
    if (keys.isEmpty() || keys.size() > KEYS_MAX) {
      throw new IllegalArgumentException("The key set needs 1 to %d keys.".formatted(KEYS_MAX));
    }
    return new KeySet(keys);
  }

  /**
   * Reads a JWK set that an identity provider publishes. What cannot be used here, such as a key of
   * another curve, is left out (RFC 7517, section 5): one strange key must not keep a withdrawn one
   * alive. A key without {@code alg} is used with the one algorithm of its type.
   *
   * @throws IllegalArgumentException when it is no key set, names a {@code kid} twice or has no key
   *     that can be used; the message holds nothing of it
   */
  public static KeySet published(Buffer set) {
    var keys = new LinkedHashMap<String, VerificationKey>();
    for (var item : listed(set)) {
      var key = item instanceof JsonObject jwk ? usable(jwk) : Optional.<VerificationKey>empty();
      if (key.isPresent() && keys.put(key.get().kid(), key.get()) != null) {
        throw new IllegalArgumentException("a key of the set is named twice");
      }
    }
    if (keys.isEmpty() || keys.size() > KEYS_MAX) {
      throw new IllegalArgumentException("it has not 1 to %d usable keys".formatted(KEYS_MAX));
    }
    return new KeySet(keys);
  }

  private static Optional<VerificationKey> usable(JsonObject jwk) {
    boolean signs = !jwk.containsKey("use") || "sig".equals(jwk.getValue("use"));
    try {
      return signs ? Optional.of(VerificationKey.parse(withAlgorithm(jwk))) : Optional.empty();
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  private static JsonObject withAlgorithm(JsonObject jwk) {
    var standard = Map.of("RSA", "RS256", "EC", "ES256", "OKP", "EdDSA");
    return jwk.containsKey("alg")
        ? jwk
        : jwk.copy().put("alg", standard.get(String.valueOf(jwk.getValue("kty"))));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeySet that && keys.equals(that.keys);
  }

  @Override
  public int hashCode() {
    return keys.hashCode();
  }

  List<VerificationKey> keys() {
    return List.copyOf(keys.values());
  }

  private static JsonArray listed(Buffer set) {
    try {
      if (StrictJson.object(set).getValue("keys") instanceof JsonArray listed) {
        return listed;
      }
    } catch (Failure.Invalid malformed) {
      throw new IllegalArgumentException(
          "The key set is not JSON: " + malformed.violations().get(0).at(), malformed);
    }
    throw new IllegalArgumentException("The key set has no list of keys.");
  }
}
