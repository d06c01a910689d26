package nl.banenschakel.register.connector;

import static nl.banenschakel.register.connector.BridgeWorld.NUMBER;
import static nl.banenschakel.register.connector.BridgeWorld.TODAY;
import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.client.Circuit;
import nl.banenschakel.register.connector.BridgeWorld.Adapter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every adapter of {@link RegisterBridge} must do. A new adapter is added to {@link Adapter}
 * and must pass all of it.
 */
class RegisterBridgeConformanceTest {
  private static final Bsn PERSON = Bsn.parse("999990019");
  private static final LocalDate REGISTERED = LocalDate.of(2025, 3, 1);

  @ParameterizedTest
  @EnumSource
  void a_list_holds_who_works_there_and_is_registered(Adapter adapter) {
    try (var it = new BridgeWorld(adapter)) {
      var registered = it.registered(3);
      it.world.hire(NUMBER, PERSON);

      var list = await(it.bridge.list(NUMBER));

      assertThat(list.people()).containsExactlyInAnyOrderElementsOf(registered);
      assertThat(list.peildatum()).isEqualTo(TODAY);
      assertThat(list.updatedTo()).contains(LocalDate.of(2026, 4, 10));
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_employer_without_anybody_gets_an_empty_list(Adapter adapter) {
    try (var it = new BridgeWorld(adapter)) {
      assertThat(await(it.bridge.list(NUMBER)).people()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_long_list_comes_whole_and_everybody_once(Adapter adapter) {
    try (var it = new BridgeWorld(adapter)) {
      var registered = it.registered(8_500);

      assertThat(await(it.bridge.list(NUMBER)).people())
          .containsExactlyInAnyOrderElementsOf(registered);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_employer_that_the_register_does_not_know_is_told_so(Adapter adapter) {
    try (var it = new BridgeWorld(adapter)) {
      var other = Loonheffingennummer.parse("001000287L02");

      for (var question :
          List.of(
              it.bridge.list(other),
              it.bridge.ask(other, PERSON, RegisterBridge.Purpose.EMPLOYEE))) {
        assertThat(failure(question).reason()).isEqualTo(BridgeFailed.Reason.NUMBER_UNKNOWN);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void somebody_who_is_registered_is_in_with_the_period_cut_off_at_last_year(Adapter adapter) {
    try (var it = new BridgeWorld(adapter)) {
      it.world.register(PERSON, LocalDate.of(2019, 5, 1), TurnedClock.noon(REGISTERED));

      assertThat(ask(it, PERSON))
          .isEqualTo(
              new BridgeAnswer(
                  true,
                  TODAY,
                  Optional.of(LocalDate.of(2025, 1, 1)),
                  Optional.empty(),
                  Optional.of(LocalDate.of(2026, 4, 10))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void somebody_who_left_last_year_is_out_and_the_period_is_told(Adapter adapter) {
    try (var it = new BridgeWorld(adapter)) {
      it.world.register(PERSON, REGISTERED, TurnedClock.noon(REGISTERED));
      it.world.signOut(
          PERSON, LocalDate.of(2025, 12, 31), TurnedClock.noon(LocalDate.of(2025, 11, 3)));

      var answer = ask(it, PERSON);

      assertThat(answer.isIn()).isFalse();
      assertThat(answer.from()).contains(REGISTERED);
      assertThat(answer.until()).contains(LocalDate.of(2025, 12, 31));
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_somebody_who_left_long_ago_or_was_never_in_nothing_is_told(Adapter adapter) {
    try (var it = new BridgeWorld(adapter)) {
      var longAgo = LocalDate.of(2020, 1, 1);
      it.world.register(PERSON, longAgo, TurnedClock.noon(longAgo));
      it.world.signOut(PERSON, LocalDate.of(2023, 12, 31), TurnedClock.noon(longAgo.plusDays(1)));

      for (var bsn : List.of(PERSON, Bsn.parse("999993653"))) {
        var answer = ask(it, bsn);

        assertThat(answer.isIn()).isFalse();
        assertThat(answer.from()).isEmpty();
        assertThat(answer.until()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_was_added_afterwards_shows_after_the_next_refresh(Adapter adapter) {
    try (var it = new BridgeWorld(adapter)) {
      it.world.hire(NUMBER, PERSON);
      it.world.register(PERSON, LocalDate.of(2026, 2, 1), TurnedClock.noon(TODAY.minusDays(1)));

      assertThat(await(it.bridge.list(NUMBER)).people()).isEmpty();
      assertThat(ask(it, PERSON).isIn()).isFalse();

      it.clock.turnTo(LocalDate.of(2026, 5, 11));

      assertThat(await(it.bridge.list(NUMBER)).people()).containsExactly(PERSON);
      assertThat(ask(it, PERSON).from()).contains(LocalDate.of(2026, 2, 1));
      assertThat(await(it.bridge.updatedTo())).isEqualTo(LocalDate.of(2026, 5, 10));
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_signed_out_is_on_the_list_until_the_last_day(Adapter adapter) {
    try (var it = new BridgeWorld(adapter)) {
      it.world.hire(NUMBER, PERSON);
      it.world.register(PERSON, REGISTERED, TurnedClock.noon(REGISTERED));
      it.world.signOut(PERSON, LocalDate.of(2026, 12, 31), TurnedClock.noon(TODAY.minusDays(30)));

      it.clock.turnTo(LocalDate.of(2026, 12, 31));
      assertThat(await(it.bridge.list(NUMBER)).people()).containsExactly(PERSON);
      assertThat(ask(it, PERSON).until()).contains(LocalDate.of(2026, 12, 31));

      it.clock.turnTo(LocalDate.of(2027, 1, 1));
      assertThat(await(it.bridge.list(NUMBER)).people()).isEmpty();
      assertThat(ask(it, PERSON).isIn()).isFalse();
    }
  }

  static Stream<Arguments> faults() {
    return Arrays.stream(Adapter.values())
        .flatMap(
            adapter ->
                Arrays.stream(BridgeFailed.Reason.values())
                    .filter(reason -> reason != BridgeFailed.Reason.LEFT_ALONE)
                    .map(reason -> Arguments.of(adapter, reason)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_fault_is_told_by_its_reason_and_without_a_number(
      Adapter adapter, BridgeFailed.Reason reason) {
    try (var it = new BridgeWorld(adapter)) {
      it.registered(1);
      it.register.behave(SimulatedRegister.Manners.failing(reason));

      for (var question :
          List.of(
              it.bridge.list(NUMBER),
              it.bridge.ask(NUMBER, PERSON, RegisterBridge.Purpose.CANDIDATE),
              it.bridge.updatedTo())) {
        var failed = failure(question);

        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed.detail()).isNotBlank().doesNotContain("999990019", NUMBER.text());
        assertThat(failed.getCause()).isNull();
      }

      it.register.behave(SimulatedRegister.Manners.GOOD);
      assertThat(await(it.bridge.list(NUMBER)).people()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void many_may_ask_at_the_same_time(Adapter adapter) {
    try (var it = new BridgeWorld(adapter)) {
      var people = it.registered(60);

      var answers =
          await(
              Future.all(
                  people.stream()
                      .map(bsn -> it.bridge.ask(NUMBER, bsn, RegisterBridge.Purpose.EMPLOYEE))
                      .toList()));

      assertThat(IntStream.range(0, 60).mapToObj(answers::<BridgeAnswer>resultAt))
          .allMatch(BridgeAnswer::isIn);
      assertThat(it.bridge.state()).isEqualTo(Circuit.State.CLOSED);
    }
  }

  private static BridgeAnswer ask(BridgeWorld it, Bsn bsn) {
    return await(it.bridge.ask(NUMBER, bsn, RegisterBridge.Purpose.CANDIDATE));
  }

  private static BridgeFailed failure(Future<?> question) {
    return catchThrowableOfType(BridgeFailed.class, () -> await(question));
  }
}
