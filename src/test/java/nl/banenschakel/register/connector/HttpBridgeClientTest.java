package nl.banenschakel.register.connector;

import static nl.banenschakel.register.connector.BridgeWorld.NUMBER;
import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.banenschakel.platform.client.Circuit;
import nl.banenschakel.platform.client.Retries;
import nl.banenschakel.register.connector.BridgeWorld.Adapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How patient the client is, and what it does with a bridge that does not behave. */
class HttpBridgeClientTest {
  private BridgeWorld it;

  @BeforeEach
  void start() {
    it = new BridgeWorld(Adapter.HTTP_WITH_CERTIFICATE);
  }

  @AfterEach
  void stop() {
    it.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void who_asks_to_come_back_is_asked_three_times_and_no_more(int status) {
    it.server().answerNext(Collections.nCopies(3, status(status)));

    assertThat(failure(it.bridge.updatedTo()).reason()).isEqualTo(BridgeFailed.Reason.BUSY);
    assertThat(it.server().requests()).isEqualTo(3);
  }

  @Test
  void what_goes_well_at_last_went_well() {
    it.server().answerNext(List.of(status(503), HttpBridgeClientTest::hangUp));

    assertThat(await(it.bridge.list(NUMBER)).people()).isEmpty();
    assertThat(it.server().requests()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 405, 413, 418, 500})
  void a_refusal_is_not_asked_again(int status) {
    it.server().answerNext(List.of(status(status)));

    assertThat(failure(it.bridge.updatedTo()).reason()).isNotEqualTo(BridgeFailed.Reason.BUSY);
    assertThat(it.server().requests()).isEqualTo(1);
  }

  @Test
  void it_waits_as_long_as_it_is_asked_to() {
    it.server()
        .answerNext(
            List.of(
                request ->
                    request.response().setStatusCode(503).putHeader("Retry-After", "1").end()));
    long begun = System.nanoTime();

    assertThat(await(it.bridge.updatedTo())).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void who_asks_for_more_than_the_limit_is_not_asked_again_now() {
    it.server()
        .answerNext(
            List.of(
                request ->
                    request.response().setStatusCode(503).putHeader("Retry-After", "60").end()));

    assertThat(failure(it.bridge.updatedTo()).reason()).isEqualTo(BridgeFailed.Reason.BUSY);
    assertThat(it.server().requests()).isEqualTo(1);
  }

  @Test
  void a_redirect_is_not_followed() {
    it.server()
        .answerNext(
            List.of(
                request ->
                    request
                        .response()
                        .setStatusCode(307)
                        .putHeader("Location", it.server().url() + "/register-status")
                        .end()));

    assertThat(failure(it.bridge.updatedTo()).reason()).isEqualTo(BridgeFailed.Reason.UNREADABLE);
    assertThat(it.server().requests()).isEqualTo(1);
  }

  @Test
  void an_answer_without_end_is_cut_off_and_its_connection_ends() {
    it.server()
        .answerNext(
            List.of(
                request -> {
                  var response = request.response().setChunked(true);
                  response.putHeader("Content-Type", "application/json");
                  it.vertx.setPeriodic(1, timer -> response.write(" ".repeat(10_000)));
                }));

    assertThat(failure(it.bridge.updatedTo()).reason()).isEqualTo(BridgeFailed.Reason.UNREADABLE);
    awaitNoConnection();
    assertThat(await(it.bridge.updatedTo())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void an_answer_that_comes_drop_by_drop_takes_too_long_and_its_connection_ends(int drops) {
    it.server()
        .answerNext(
            Collections.nCopies(
                3,
                request -> {
                  var response = request.response().setChunked(true);
                  var unused = response.writeHead();
                  it.vertx.setPeriodic(50, timer -> response.write(" ".repeat(drops)));
                }));
    long begun = System.nanoTime();

    assertThat(failure(it.bridge.updatedTo()).reason()).isEqualTo(BridgeFailed.Reason.TIMED_OUT);
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(Duration.ofMillis(2_900), Duration.ofMillis(6_000));
    awaitNoConnection();
    assertThat(await(it.bridge.updatedTo())).isNotNull();
  }

  @Test
  void a_bridge_that_keeps_failing_is_left_alone_and_tried_again_later() {
    var patience =
        new HttpBridgeClient.Patience(new Circuit.Limits(2, 300), new Retries.Limits(1, 1, 1));
    var client = it.client(Optional.empty(), BridgeWorld.trusting(true), patience);
    it.server().answerNext(Collections.nCopies(2, status(503)));
    assertThat(failure(client.updatedTo()).reason()).isEqualTo(BridgeFailed.Reason.BUSY);
    assertThat(client.state()).isEqualTo(Circuit.State.CLOSED);
    assertThat(failure(client.updatedTo()).reason()).isEqualTo(BridgeFailed.Reason.BUSY);

    assertThat(client.state()).isEqualTo(Circuit.State.OPEN);
    assertThat(failure(client.list(NUMBER)).reason()).isEqualTo(BridgeFailed.Reason.LEFT_ALONE);
    assertThat(it.server().requests()).isEqualTo(2);

    await(it.vertx.timer(400));
    assertThat(client.state()).isEqualTo(Circuit.State.HALF_OPEN);
    assertThat(await(client.updatedTo())).isNotNull();
    assertThat(client.state()).isEqualTo(Circuit.State.CLOSED);
    await(client.close());
  }

  @Test
  void refusals_do_not_have_it_left_alone() {
    var patience = new HttpBridgeClient.Patience(new Circuit.Limits(2, 60_000), BridgeWorld.SOON);
    var client = it.client(Optional.empty(), BridgeWorld.trusting(true), patience);
    it.server().answerNext(Collections.nCopies(6, status(403)));

    for (int i = 0; i < 6; i++) {
      assertThat(failure(client.list(NUMBER)).reason())
          .isEqualTo(BridgeFailed.Reason.MANDATE_MISSING);
    }
    assertThat(client.state()).isEqualTo(Circuit.State.CLOSED);
    await(client.close());
  }

  @Test
  void a_server_that_is_not_trusted_gets_nothing() {
    var client =
        it.client(
            Optional.empty(),
            nl.banenschakel.platform.client.UpstreamTls.ORDINARY,
            BridgeWorld.PATIENT);

    assertThat(failure(client.list(NUMBER)).reason()).isEqualTo(BridgeFailed.Reason.UNREACHABLE);
    assertThat(it.server().requests()).isZero();
    await(client.close());
  }

  @Test
  void without_the_certificate_the_server_does_not_answer() {
    var client = it.client(Optional.empty(), BridgeWorld.trusting(false), BridgeWorld.PATIENT);

    assertThat(failure(client.list(NUMBER)).reason()).isEqualTo(BridgeFailed.Reason.UNREACHABLE);
    assertThat(it.server().requests()).isZero();
    await(client.close());
  }

  @Test
  void a_server_that_is_gone_is_unreachable() {
    it.server().close();

    assertThat(failure(it.bridge.list(NUMBER)).reason()).isEqualTo(BridgeFailed.Reason.UNREACHABLE);
  }

  private void awaitNoConnection() {
    for (int i = 0; i < 100 && it.server().connections() > 0; i++) {
      await(it.vertx.timer(20));
    }
    assertThat(it.server().connections()).isZero();
  }

  private static Consumer<HttpServerRequest> status(int status) {
    return request -> {
      var unused = request.response().setStatusCode(status).end();
    };
  }

  private static void hangUp(HttpServerRequest request) {
    var unused = request.connection().close();
  }

  private static BridgeFailed failure(Future<?> question) {
    return catchThrowableOfType(BridgeFailed.class, () -> await(question));
  }
}
