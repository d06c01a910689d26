package nl.banenschakel.platform.auth;

import static nl.banenschakel.platform.auth.KeySetObserver.Outcome.CHANGED;
import static nl.banenschakel.platform.auth.KeySetObserver.Outcome.FAILED;
import static nl.banenschakel.platform.auth.KeySetObserver.Outcome.UNCHANGED;
import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.banenschakel.platform.client.UpstreamFailed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeySetClientTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final KeyPair NEXT = Forge.curve();
  private static final KeyPair SMALL = Forge.pair("RSA", 1_024);

  private KeyServer server;
  private KeySetClient keys;
  private TokenGate gate;

  @AfterAll
  static void stop() {
    await(VERTX.close());
  }

  @BeforeEach
  void publish() {
    server = new KeyServer(VERTX);
    server.publish(Forge.set(Forge.ec("ec", Forge.EC)));
    keys = server.client();
    gate = new TokenGate(VERTX, await(keys.first()), Forge.RULES, server.clock());
    keys.renew(gate);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_new_key_is_taken_and_a_withdrawn_one_refused_within_a_minute() throws Exception {
    assertThat(passes(signed("ec", Forge.EC))).isTrue();

    server.publish(Forge.set(Forge.ec("next", NEXT)));
    assertThat(server.outcomeAfter(MINUTE)).isEqualTo(CHANGED);

    assertThat(passes(signed("next", NEXT))).isTrue();
    assertThat(passes(signed("ec", Forge.EC))).isFalse();
  }

  @Test
  void another_key_under_a_known_name_ends_what_the_old_one_signed() throws Exception {
    var token = signed("ec", Forge.EC);
    assertThat(passes(token)).isTrue();

    server.publish(Forge.set(Forge.ec("ec", NEXT)));
    assertThat(server.outcomeAfter(MINUTE)).isEqualTo(CHANGED);

    assertThat(passes(token)).isFalse();
    assertThat(passes(signed("ec", NEXT))).isTrue();
  }

  @Test
  void keys_that_stay_are_seen_to_stay() throws Exception {
    assertThat(server.outcomeAfter(MINUTE)).isEqualTo(UNCHANGED);
    assertThat(keys.age()).isZero();

    assertThat(passes(signed("ec", Forge.EC))).isTrue();
  }

  @Test
  void a_token_of_a_new_key_passes_at_once() {
    server.publish(Forge.set(Forge.ec("ec", Forge.EC), Forge.ec("next", NEXT)));
    server.turn(Duration.ofSeconds(30));

    assertThat(passes(signed("next", NEXT))).isTrue();
  }

  @Test
  void unknown_keys_cause_one_fetch_in_half_a_minute_however_many_they_are() {
    int before = server.asked();
    server.turn(Duration.ofSeconds(30));

    var refused = new ArrayList<Future<TokenClaims>>();
    IntStream.range(0, 300).forEach(i -> refused.add(gate.verify(signed("k" + i, NEXT))));
    await(Future.join(refused).transform(all -> Future.succeededFuture()));
    server.turn(Duration.ofSeconds(29));
    assertThat(passes(signed("another", NEXT))).isFalse();

    assertThat(refused).allMatch(Future::failed);
    assertThat(server.asked()).isEqualTo(before + 1);

    server.turn(Duration.ofSeconds(1));
    assertThat(passes(signed("another", NEXT))).isFalse();
    assertThat(server.asked()).isEqualTo(before + 2);
  }

  static Stream<Arguments> hostile() {
    var good = Forge.ec("next", NEXT);
    var secret = Forge.base64(Forge.EC.getPublic().getEncoded());
    var symmetric =
        new JsonObject().put("kty", "oct").put("kid", "ec").put("alg", "HS256").put("k", secret);
    var many = IntStream.range(0, 51).mapToObj(i -> Forge.ec("k" + i, NEXT));
    return Stream.of(
        hostile("nothing at all", KeyServer::drip),
        hostile("too much", server -> server.publish(Buffer.buffer(" ".repeat(300_000)))),
        hostile("a page", server -> server.answer(200, "text/html", Forge.set(good))),
        hostile("a page as JSON", server -> server.publish(Buffer.buffer("<html></html>"))),
        hostile("no keys", server -> server.publish(Forge.set())),
        hostile("no list", server -> server.publish(Buffer.buffer("{\"keys\":{}}"))),
        hostile("what is no key", server -> server.publish(Buffer.buffer("{\"keys\":[1,null]}"))),
        hostile("a symmetric key", server -> server.publish(Forge.set(symmetric))),
        hostile(
            "another algorithm's key",
            server -> server.publish(Forge.set(Forge.rsa("ec", "ES256", Forge.RSA)))),
        hostile(
            "an algorithm that is none",
            server -> server.publish(Forge.set(good.copy().put("alg", "none")))),
        hostile(
            "a short key", server -> server.publish(Forge.set(Forge.rsa("ec", "RS256", SMALL)))),
        hostile("a private key", server -> server.publish(Forge.set(good.copy().put("d", "AAAA")))),
        hostile("a name twice", server -> server.publish(Forge.set(good, good.copy()))),
        hostile(
            "too many keys", server -> server.publish(Forge.set(many.toArray(JsonObject[]::new)))),
        hostile("a failure", server -> server.answer(500, "application/json", Forge.set(good))),
        hostile("a way elsewhere", server -> server.redirect(Forge.set(good))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void an_answer_that_is_no_good_opens_nothing_and_the_last_good_keys_stay(
      String what, Consumer<KeyServer> answer) throws Exception {
    answer.accept(server);

    assertThat(server.outcomeAfter(MINUTE)).isEqualTo(FAILED);

    assertThat(passes(signed("ec", Forge.EC))).isTrue();
    assertThat(passes(signed("next", NEXT))).isFalse();
    assertThat(passes(unsigned())).isFalse();
    assertThat(passes(hashed())).isFalse();
    assertThat(keys.age()).isEqualTo(MINUTE);
  }

  @Test
  void after_a_failure_the_next_good_answer_counts() throws Exception {
    server.answer(503, "text/plain", Buffer.buffer("away"));
    assertThat(server.outcomeAfter(MINUTE)).isEqualTo(FAILED);

    server.publish(Forge.set(Forge.ec("next", NEXT)));
    assertThat(server.outcomeAfter(MINUTE)).isEqualTo(CHANGED);

    assertThat(passes(signed("ec", Forge.EC))).isFalse();
  }

  @Test
  void a_strange_key_beside_good_ones_is_left_out_and_keeps_no_withdrawn_one_alive()
      throws Exception {
    var strange = new JsonObject().put("kty", "EC").put("crv", "P-521").put("kid", "strange");
    var sealing = Forge.rsa("sealing", "RSA-OAEP", Forge.RSA).put("use", "enc");
    var bare = Forge.ec("next", NEXT);
    bare.remove("alg");

    server.publish(Forge.set(strange, sealing, bare));
    assertThat(server.outcomeAfter(MINUTE)).isEqualTo(CHANGED);

    assertThat(passes(signed("next", NEXT))).isTrue();
    assertThat(passes(signed("ec", Forge.EC))).isFalse();
  }

  @Test
  void without_a_first_good_answer_there_are_no_keys() {
    server.answer(200, "application/json", Buffer.buffer("{\"keys\":[]}"));
    assertThatThrownBy(() -> await(server.client().first()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it has not 1 to 50 usable keys");

    server.drip();
    assertThatThrownBy(() -> await(server.client().first())).isInstanceOf(UpstreamFailed.class);
  }

  private static Arguments hostile(String what, Consumer<KeyServer> answer) {
    return arguments(what, answer);
  }

  private boolean passes(String token) {
    return await(gate.verify(token).map(true).otherwise(false));
  }

  private static String signed(String kid, KeyPair pair) {
    var header = Forge.header(kid, "ES256");
    return Forge.token(header, claims().encode(), "ES256", pair.getPrivate());
  }

  private static String unsigned() {
    return Forge.base64(Forge.header("ec", "none").encode())
        + "."
        + Forge.base64(claims().encode())
        + ".AA";
  }

  /** Signed with what is public, as if it were a secret that both know. */
  private static String hashed() {
    return Forge.hmac(Forge.header("ec", "HS256"), claims(), Forge.EC.getPublic().getEncoded());
  }

  /** Valid for all the minutes that a test turns the clock. */
  private static JsonObject claims() {
    long now = Instant.now().getEpochSecond();
    return Forge.claims()
        .put("exp", now + 3_000)
        .put("organisations", new JsonArray().add(Forge.ORGANISATION.toString()));
  }
}
