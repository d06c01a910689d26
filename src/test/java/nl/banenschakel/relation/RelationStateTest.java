package nl.banenschakel.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.banenschakel.relation.RelationState.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with everything that may be done in it. */
class RelationStateTest {
  /** All that may be done; all else is refused. */
  private static final Map<String, RelationState> ALLOWED =
      Map.of(
          "INVITING ACCEPT", RelationState.RUNNING,
          "INVITING WITHDRAW", RelationState.WITHDRAWN,
          "RUNNING END", RelationState.ENDED,
          "ENDED END", RelationState.ENDED);

  static Stream<Arguments> every() {
    return Stream.of(RelationState.values())
        .flatMap(state -> Stream.of(Step.values()).map(step -> Arguments.of(state, step)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("every")
  void a_step_leads_where_the_drawing_says_or_is_refused(RelationState state, Step step) {
    assertThat(state.after(step)).isEqualTo(Optional.ofNullable(ALLOWED.get(state + " " + step)));
  }
}
