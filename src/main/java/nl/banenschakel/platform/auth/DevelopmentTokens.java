package nl.banenschakel.platform.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.json.StrictJson;

/**
 * Tokens for a machine without an identity provider: a key pair (ES256) in the data folder, and
 * tokens signed with it. Whoever can read the private file (mode 0600) can be anybody here, so
 * production has none of this. Blocks: for start and for the command line.
 */
public final class DevelopmentTokens {
  /** What the gateway must be told to expect of these tokens. */
  public static final TokenRules RULES =
      new TokenRules("https://development.banenschakel.example", "banenschakel");

  private static final String PRIVATE_FILE = "development-key.json";
  private static final String PUBLIC_FILE = "development-keys.json";
  private static final int COORDINATE_BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path keySet;
  private final String kid;
  private final PrivateKey key;

  private DevelopmentTokens(Path keySet, String kid, PrivateKey key) {
    this.keySet = keySet;
    this.kid = kid;
    this.key = key;
  }

  /**
   * The keys of a data folder, made when it has none.
   *
   * @throws IllegalStateException when others than the owner may read the private file
   */
  public static DevelopmentTokens in(Path folder) throws IOException {
    var file = Files.createDirectories(folder).resolve(PRIVATE_FILE);
    if (!Files.exists(file)) {
      create(file);
    }
    if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IllegalStateException(PRIVATE_FILE + " must have mode 0600.");
    }
    var jwk = StrictJson.object(Buffer.buffer(Files.readAllBytes(file)));
    var published = jwk.copy();
    published.remove("d");
    var keySet = folder.resolve(PUBLIC_FILE);
    var set = new JsonObject().put("keys", new JsonArray().add(published));
    replace(keySet, set.encodePrettily() + "\n");
    return new DevelopmentTokens(keySet, jwk.getString("kid"), privateKey(jwk));
  }

  /** The public half as a JWK set: what {@link KeySet#load} reads. */
  public Path keySet() {
    return keySet;
  }

  /**
   * A token that is valid from now on.
   *
   * @param lifetime at most an hour
   */
  public String sign(String subject, Set<UUID> organisations, Set<Role> roles, Duration lifetime) {
    long now = Instant.now().getEpochSecond();
    if (lifetime.isNegative() || lifetime.toSeconds() > TokenClaims.LIFETIME_SECONDS_MAX) {
      throw new IllegalArgumentException("A token lives at most an hour.");
    }
    var header = new JsonObject().put("alg", "ES256").put("typ", "JWT").put("kid", kid);
    var claims =
        new JsonObject()
            .put("iss", RULES.issuer())
            .put("aud", RULES.audience())
            .put("sub", subject)
            .put("iat", now)
            .put("exp", now + lifetime.toSeconds())
            .put(
                "organisations", new JsonArray(organisations.stream().map(UUID::toString).toList()))
            .put("roles", new JsonArray(roles.stream().map(Role::label).toList()));
    var signed =
        base64(header.encode().getBytes(UTF_8)) + "." + base64(claims.encode().getBytes(UTF_8));
    return signed + "." + base64(signature(signed));
  }

  private byte[] signature(String signed) {
    try {
      // The plain form r || s that RFC 7518 wants, not the ASN.1 one.
      var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
      signer.initSign(key);
      signer.update(signed.getBytes(UTF_8));
      return signer.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void create(Path file) throws IOException {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var text = jwk(generator.generateKeyPair()).encodePrettily() + "\n";
      var fresh = temporary(file, text);
      try {
        // A link, not a move: of two processes that start at once, one's keys count for both.
        Files.createLink(file, fresh);
      } catch (FileAlreadyExistsException otherWasFirst) {
        return;
      } finally {
        Files.delete(fresh);
      }
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    Files.move(
        temporary(file, text),
        file,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path temporary(Path beside, String text) throws IOException {
    var attributes = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    var folder = beside.toAbsolutePath().getParent();
    return Files.writeString(Files.createTempFile(folder, "key", ".new", attributes), text);
  }

  private static JsonObject jwk(KeyPair pair) {
    var point = ((ECPublicKey) pair.getPublic()).getW();
    return new JsonObject()
        .put("kty", "EC")
        .put("crv", "P-256")
        .put("alg", "ES256")
        .put("use", "sig")
        .put("kid", "development-" + UUID.randomUUID())
        .put("x", coordinate(point.getAffineX()))
        .put("y", coordinate(point.getAffineY()))
        .put("d", coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
  }

  private static PrivateKey privateKey(JsonObject jwk) {
    try {
      var curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      var secret = new BigInteger(1, Base64.getUrlDecoder().decode(jwk.getString("d")));
      return KeyFactory.getInstance("EC")
          .generatePrivate(
              new ECPrivateKeySpec(secret, curve.getParameterSpec(ECParameterSpec.class)));
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException(PRIVATE_FILE + " holds no usable key.", unusable);
    }
  }

  /** Exactly 32 bytes: BigInteger gives one more, or fewer. */
  private static String coordinate(BigInteger value) {
    byte[] bytes = value.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
    Arrays.fill(bytes, (byte) 0);
    return base64(fixed);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
