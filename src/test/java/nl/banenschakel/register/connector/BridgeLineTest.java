package nl.banenschakel.register.connector;

import static nl.banenschakel.register.connector.BridgeWorld.NUMBER;
import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import java.time.LocalDate;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.register.connector.BridgeWorld.Adapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes over the line between the client and a bridge, beside the contract for it. */
class BridgeLineTest {
  private static final Bsn PERSON = Bsn.parse("999990019");

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SIMULATED")
  void what_went_over_the_line_is_as_the_contract_says(Adapter adapter) {
    try (var it = new BridgeWorld(adapter)) {
      it.registered(BridgePages.PAGE + 1);
      await(it.bridge.list(NUMBER));
      assertThat(ask(it, PERSON).isIn()).isFalse();
      assertThat(await(it.bridge.updatedTo())).isEqualTo(LocalDate.of(2026, 4, 10));
      for (var reason : BridgeFailed.Reason.values()) {
        it.register.behave(SimulatedRegister.Manners.failing(reason));
        assertThat(failure(it.bridge.list(NUMBER))).isNotNull();
      }

      assertThat(it.server().deviations()).isEmpty();
      assertThat(BridgeServer.CONTRACT.notSeenToSucceed()).containsExactly("getOpenapi");
    }
  }

  @Test
  void an_answer_that_is_not_as_the_contract_says_is_found() {
    try (var it = new BridgeWorld(Adapter.HTTP_WITH_TOKEN)) {
      it.server().spoil(json -> json.put("updatedTo", 7));

      assertThat(failure(it.bridge.updatedTo()).reason()).isEqualTo(BridgeFailed.Reason.UNREADABLE);
      assertThat(it.server().deviations()).isNotEmpty();
    }
  }

  private static BridgeAnswer ask(BridgeWorld it, Bsn bsn) {
    return await(it.bridge.ask(NUMBER, bsn, RegisterBridge.Purpose.CANDIDATE));
  }

  private static BridgeFailed failure(Future<?> question) {
    return catchThrowableOfType(BridgeFailed.class, () -> await(question));
  }
}
