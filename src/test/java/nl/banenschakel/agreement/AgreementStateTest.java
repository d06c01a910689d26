package nl.banenschakel.agreement;

import static nl.banenschakel.agreement.AgreementState.ACCEPTED;
import static nl.banenschakel.agreement.AgreementState.AMENDING;
import static nl.banenschakel.agreement.AgreementState.DECLINED;
import static nl.banenschakel.agreement.AgreementState.DRAFT;
import static nl.banenschakel.agreement.AgreementState.ENDED;
import static nl.banenschakel.agreement.AgreementState.PROPOSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.banenschakel.agreement.AgreementState.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The state machine as architecture.md draws it: whatever is not drawn may not be done. */
class AgreementStateTest {
  private static final Map<String, AgreementState> DRAWN =
      Map.ofEntries(
          Map.entry("DRAFT PROPOSE", PROPOSED),
          Map.entry("PROPOSED PROPOSE", PROPOSED),
          Map.entry("PROPOSED ACCEPT", ACCEPTED),
          Map.entry("PROPOSED DECLINE", DECLINED),
          Map.entry("DECLINED PROPOSE", PROPOSED),
          Map.entry("ACCEPTED PROPOSE", AMENDING),
          Map.entry("ACCEPTED END", ENDED),
          Map.entry("AMENDING PROPOSE", AMENDING),
          Map.entry("AMENDING ACCEPT", ACCEPTED),
          Map.entry("AMENDING DECLINE", ACCEPTED),
          Map.entry("AMENDING END", ENDED));

  static Stream<Arguments> pairs() {
    return Arrays.stream(AgreementState.values())
        .flatMap(state -> Arrays.stream(Step.values()).map(step -> Arguments.of(state, step)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("pairs")
  void what_is_drawn_may_be_done_and_nothing_else(AgreementState state, Step step) {
    assertThat(state.after(step)).isEqualTo(Optional.ofNullable(DRAWN.get(state + " " + step)));
  }

  @Test
  void every_state_but_the_last_leads_on() {
    assertThat(
            Arrays.stream(AgreementState.values())
                .filter(
                    state ->
                        Arrays.stream(Step.values()).allMatch(step -> state.after(step).isEmpty())))
        .containsExactly(ENDED);
    assertThat(DRAFT.waits()).isFalse();
  }
}
