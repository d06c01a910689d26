package nl.banenschakel.register.connector;

import static nl.banenschakel.register.connector.BridgeWorld.NUMBER;
import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;
import nl.banenschakel.register.connector.BridgeWorld.Adapter;
import nl.banenschakel.testing.TestCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gateway proves itself with a signed assertion, and keeps what it gets for it. */
class AccessTokensTest {
  private BridgeWorld it;

  @BeforeEach
  void start() {
    it = new BridgeWorld(Adapter.HTTP_WITH_TOKEN);
  }

  @AfterEach
  void stop() {
    it.close();
  }

  @Test
  void one_token_serves_many_questions_also_at_the_same_time() {
    await(Future.all(Stream.generate(it.bridge::updatedTo).limit(20).toList()));

    assertThat(await(it.bridge.list(NUMBER))).isNotNull();
    assertThat(it.tokenServer().given()).isEqualTo(1);
  }

  @Test
  void a_token_is_fetched_anew_before_it_ends_with_an_assertion_that_was_never_used() {
    assertThat(await(it.bridge.updatedTo())).isNotNull();

    it.clock.turn(Duration.ofSeconds(271));
    assertThat(await(it.bridge.updatedTo())).isNotNull();

    assertThat(it.tokenServer().given()).isEqualTo(2);
  }

  @Test
  void a_token_that_is_no_longer_taken_is_fetched_anew_once() {
    assertThat(await(it.bridge.updatedTo())).isNotNull();
    it.server()
        .answerNext(Collections.nCopies(1, request -> request.response().setStatusCode(401).end()));

    assertThat(await(it.bridge.updatedTo())).isNotNull();
    assertThat(it.tokenServer().given()).isEqualTo(2);
  }

  @Test
  void who_never_takes_our_token_refuses_us() {
    it.tokenServer().answer(200, token("another", "Bearer"));

    assertThat(failure().reason()).isEqualTo(BridgeFailed.Reason.ACCESS_REFUSED);
    assertThat(it.tokenServer().given()).isEqualTo(2);
    assertThat(it.server().requests()).isEqualTo(2);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(401, new JsonObject().put("error", "invalid_client"), "ACCESS_REFUSED"),
        Arguments.of(400, new JsonObject(), "ACCESS_REFUSED"),
        Arguments.of(503, new JsonObject(), "BUSY"),
        Arguments.of(200, new JsonObject(), "ACCESS_REFUSED"),
        Arguments.of(200, token("with a space", "Bearer"), "ACCESS_REFUSED"),
        Arguments.of(200, token("x\r\nHost: y", "Bearer"), "ACCESS_REFUSED"),
        Arguments.of(200, token("right", "MAC"), "ACCESS_REFUSED"),
        Arguments.of(200, new JsonObject().put("access_token", 7), "ACCESS_REFUSED"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void without_a_token_nothing_is_asked(int status, JsonObject answer, String reason) {
    it.tokenServer().answer(status, answer);

    var failure = failure();

    assertThat(failure.reason().name()).isEqualTo(reason);
    assertThat(failure.detail()).doesNotContain("right", "space", "assertion");
    assertThat(it.server().requests()).isZero();
  }

  @Test
  void a_key_that_is_none_or_for_another_algorithm_is_refused_at_once_and_not_shown() {
    var key = TestCertificates.CLIENT.key();
    for (var pem : new Buffer[] {Buffer.buffer("no key at all"), TestCertificates.SERVER.key()}) {
      assertThatThrownBy(() -> it.tokenServer().tokens(it.vertx, it.clock, "ES256", pem))
          .isInstanceOf(IllegalArgumentException.class)
          .hasNoCause()
          .hasMessageNotContaining("BEGIN");
    }
    assertThatThrownBy(() -> it.tokenServer().tokens(it.vertx, it.clock, "PS256", key))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private BridgeFailed failure() {
    return catchThrowableOfType(BridgeFailed.class, () -> await(it.bridge.updatedTo()));
  }

  private static JsonObject token(String token, String type) {
    return new JsonObject()
        .put("access_token", token)
        .put("token_type", type)
        .put("expires_in", 300);
  }
}
