package nl.banenschakel.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import nl.banenschakel.platform.failure.Failure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenGateTest {
  private static final Vertx VERTX = Vertx.vertx();

  @AfterAll
  static void stop() {
    VERTX.close().await();
  }

  @Test
  void another_key_set_ends_what_the_old_one_verified() {
    var gate = new TokenGate(VERTX, Forge.keys(), Forge.RULES, InstantSource.system());
    var token = Forge.good(Forge.claims());
    assertThat(verified(gate, token).subject()).isEqualTo("hr-client");

    gate.use(KeySet.parse(Forge.set(Forge.ec("ec", Forge.curve()))));

    assertThatThrownBy(() -> verified(gate, token)).isInstanceOf(Failure.Unauthenticated.class);
  }

  @Test
  void a_known_token_ends_when_it_says() {
    var now = new AtomicReference<>(Instant.now());
    var gate = new TokenGate(VERTX, Forge.keys(), Forge.RULES, now::get);
    var claims = Forge.claims();
    var token = Forge.good(claims);
    assertThat(verified(gate, token).roles()).containsExactly(Role.HR);

    now.set(Instant.ofEpochSecond(claims.getLong("exp")));

    assertThatThrownBy(() -> verified(gate, token)).isInstanceOf(Failure.Unauthenticated.class);
  }

  @Test
  void known_tokens_are_kept_five_minutes_at_most_and_a_thousand_of_them() {
    var kept = new VerifiedTokens();
    var now = Instant.now();
    var claims =
        new TokenClaims(
            "x", Optional.empty(), Set.of(), Set.of(Role.ADMIN), now.plusSeconds(3_000));
    for (int i = 0; i <= VerifiedTokens.KEPT_MAX; i++) {
      kept.keep(ByteBuffer.wrap(new byte[] {(byte) i, (byte) (i >> 8)}), "ec", claims, now);
    }
    var first = ByteBuffer.wrap(new byte[] {0, 0});
    var last = ByteBuffer.wrap(new byte[] {(byte) 1_000, (byte) (1_000 >> 8)});

    assertThat(kept.find(first, now)).isEmpty();
    assertThat(kept.find(last, now.plus(Duration.ofSeconds(299)))).contains(claims);
    assertThat(kept.find(last, now.plus(Duration.ofMinutes(5)))).isEmpty();
  }

  @Test
  void known_tokens_go_with_the_key_that_signed_them_and_no_sooner() {
    var kept = new VerifiedTokens();
    var now = Instant.now();
    var claims =
        new TokenClaims(
            "x", Optional.empty(), Set.of(), Set.of(Role.ADMIN), now.plusSeconds(3_000));
    var ofOld = ByteBuffer.wrap(new byte[] {1});
    var ofStaying = ByteBuffer.wrap(new byte[] {2});
    kept.keep(ofOld, "old", claims, now);
    kept.keep(ofStaying, "staying", claims, now);

    var others = kept.ofKeys(Set.of("staying", "new"));

    assertThat(others.find(ofOld, now)).isEmpty();
    assertThat(others.find(ofStaying, now)).contains(claims);
    assertThat(others.find(ofStaying, now.plus(VerifiedTokens.KEPT_AT_MOST))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "{} > no list of keys",
        "{\"keys\": []} > 1 to 50 keys",
        "{\"keys\": [1]} > not an object",
        "no json > not JSON",
        "{\"keys\": [{\"kid\": \"a\"}]} > no alg",
        "{\"keys\": [{\"alg\": \"RS256\", \"kty\": \"RSA\"}]} > no kid",
        "{\"keys\": [{\"kid\": \"a\", \"alg\": \"HS256\", \"kty\": \"oct\", \"k\": \"YQ\"}]} >"
            + " symmetric",
        "{\"keys\": [{\"kid\": \"a\", \"alg\": \"HS256\", \"kty\": \"oct\"}]} > needs an alg",
        "{\"keys\": [{\"kid\": \"a\", \"alg\": \"ES256\", \"kty\": \"RSA\"}]} > another kty",
        "{\"keys\": [{\"kid\": \"a\", \"alg\": \"EdDSA\", \"kty\": \"OKP\", \"crv\": \"Ed448\"}]} >"
            + " Ed25519",
        "{\"keys\": [{\"kid\": \"a\", \"use\": \"enc\"}]} > 1 to 50 keys"
      })
  void a_key_set_that_cannot_be_trusted_is_refused(String set, String says) {
    assertThatThrownBy(() -> KeySet.parse(Buffer.buffer(set)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }

  @Test
  void private_short_and_repeated_keys_are_refused() {
    var secret = Forge.ec("ec", Forge.EC).put("d", "AAAA");
    var small = Forge.rsa("rsa", "RS256", Forge.pair("RSA", 1_024));
    var good = Forge.ec("ec", Forge.EC);

    assertRefused("private", secret);
    assertRefused("2048", small);
    assertRefused("twice", good, good.copy());
  }

  private static void assertRefused(String says, JsonObject... keys) {
    assertThatThrownBy(() -> KeySet.parse(Forge.set(keys)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }

  private static TokenClaims verified(TokenGate gate, String token) {
    return gate.verify(token).await();
  }
}
