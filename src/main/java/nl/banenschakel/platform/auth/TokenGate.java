package nl.banenschakel.platform.auth;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.banenschakel.platform.failure.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets bearer tokens (RFC 6750, RFC 7519) pass or not, and tells only the log why not.
 * vertx-auth-jwt checks the signature with the one key that the token names, and only that key's
 * own algorithm; what it takes for granted (that there is a key, an issuer, an audience, an end) is
 * checked here.
 */
public final class TokenGate {
  private static final Pattern BEARER =
      Pattern.compile("bearer +([^ ]+)", Pattern.CASE_INSENSITIVE);

  private static final Logger LOG = LoggerFactory.getLogger(TokenGate.class);

  private final Vertx vertx;
  private final TokenRules rules;
  private final InstantSource clock;
  private volatile Trust trust;
  private volatile Supplier<Future<Void>> renewal = Future::succeededFuture;

  private record Lock(VerificationKey key, JWTAuth verifier) {}

  /** Keys and the tokens they were found to have signed: replaced together. */
  private record Trust(Map<String, Lock> locks, VerifiedTokens verified) {}

  /** A gate for tokens of one issuer. */
  public TokenGate(Vertx vertx, KeySet keys, TokenRules rules, InstantSource clock) {
    this.vertx = vertx;
    this.rules = rules;
    this.clock = clock;
    this.trust = trust(keys, new Trust(Map.of(), new VerifiedTokens()));
  }

  /**
   * From now on these keys and no others. Tokens of a key that is another one now, or gone, are
   * verified again.
   */
  public synchronized void use(KeySet keys) {
    trust = trust(keys, trust);
  }

  /**
   * What is done, and waited for, when a token names a key that is not known; then it is looked for
   * once more.
   */
  void onUnknownKey(Supplier<Future<Void>> renewed) {
    renewal = renewed;
  }

  /**
   * What the token in the header {@code Authorization} says.
   *
   * @param authorizations every value of that header in one request; there must be exactly one
   * @return fails with {@link Failure.Unauthenticated}, always the same
   */
  public Future<TokenClaims> check(List<String> authorizations) {
    var bearer = BEARER.matcher(authorizations.size() == 1 ? authorizations.get(0).strip() : "");
    return bearer.matches()
        ? verify(bearer.group(1))
        : Future.failedFuture(new Failure.Unauthenticated());
  }

  /** What a bare token says; fails with {@link Failure.Unauthenticated}. */
  public Future<TokenClaims> verify(String token) {
    var asked = trust;
    var digest = digest(token);
    var known = asked.verified().find(digest, clock.instant());
    if (known.isPresent()) {
      return Future.succeededFuture(known.get());
    }
    return Future.succeededFuture(token)
        .map(SignedToken::parse)
        .compose(
            parsed ->
                trusting(asked, parsed.kid())
                    .compose(current -> verify(current, token, digest, parsed)))
        .recover(TokenGate::refuse);
  }

  private Future<Trust> trusting(Trust asked, String kid) {
    return asked.locks().containsKey(kid)
        ? Future.succeededFuture(asked)
        : renewal.get().map(renewed -> trust);
  }

  private Future<TokenClaims> verify(
      Trust asked, String token, ByteBuffer digest, SignedToken parsed) {
    var lock =
        Optional.ofNullable(asked.locks().get(parsed.kid()))
            .orElseThrow(() -> new TokenRefused("kid is unknown"));
    TokenRefused.unless(lock.key().algorithm() == parsed.algorithm(), "alg is not the key's");
    TokenRefused.unless(
        lock.key().signatureBytes() == parsed.signatureBytes(), "length of the signature");
    // Ours first: the library trips over claims of other types and calls everything a bad
    // signature.
    var claims = TokenClaims.read(parsed.payload(), rules, clock.instant());
    return lock.verifier()
        .authenticate(new TokenCredentials(token))
        .map(verified -> claims)
        .onSuccess(it -> asked.verified().keep(digest, parsed.kid(), it, clock.instant()));
  }

  /** The operator learns why, the sender does not; the library's own message may hold the token. */
  private static <T> Future<T> refuse(Throwable why) {
    var reason =
        why instanceof TokenRefused refused
            ? refused.getMessage()
            : "signature (" + why.getClass().getSimpleName() + ")";
    LOG.info("A token was refused: {}", reason);
    return Future.failedFuture(new Failure.Unauthenticated());
  }

  /** A key that stays the same keeps its verifier and the tokens it was found to have signed. */
  private Trust trust(KeySet keys, Trust before) {
    var locks = new HashMap<String, Lock>();
    var same = new HashSet<String>();
    for (var key : keys.keys()) {
      var lock = before.locks().get(key.kid());
      if (lock != null && lock.key().equals(key)) {
        locks.put(key.kid(), lock);
        same.add(key.kid());
      } else {
        locks.put(key.kid(), new Lock(key, verifier(key)));
      }
    }
    return new Trust(Map.copyOf(locks), before.verified().ofKeys(same));
  }

  private JWTAuth verifier(VerificationKey key) {
    return JWTAuth.create(
        vertx,
        new JWTAuthOptions()
            .addPubSecKey(key.options())
            .setJWTOptions(
                new JWTOptions()
                    .setIssuer(rules.issuer())
                    .addAudience(rules.audience())
                    .setLeeway(TokenClaims.LEEWAY_SECONDS)));
  }

  private static ByteBuffer digest(String token) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
