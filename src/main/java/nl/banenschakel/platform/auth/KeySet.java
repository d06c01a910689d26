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
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.json.StrictJson;

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
