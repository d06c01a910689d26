package nl.banenschakel.statement.confirmation.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.banenschakel.statement.confirmation.act.LineState.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of a line with everything that may be done in it. */
class LineStateTest {
  /** All that may be done; all else is refused. */
  private static final Map<String, LineState> ALLOWED =
      Map.ofEntries(
          Map.entry("OPEN CONFIRM", LineState.CONFIRMED),
          Map.entry("OPEN ADJUST", LineState.ADJUSTED),
          Map.entry("OPEN OBJECT", LineState.OBJECTED),
          Map.entry("OPEN ASSENT", LineState.CONFIRMED),
          Map.entry("OPEN LAPSE", LineState.UNANSWERED),
          Map.entry("UNANSWERED CONFIRM", LineState.CONFIRMED),
          Map.entry("UNANSWERED ADJUST", LineState.ADJUSTED),
          Map.entry("UNANSWERED OBJECT", LineState.OBJECTED),
          Map.entry("ADJUSTED WITHDRAW", LineState.UNANSWERED),
          Map.entry("ADJUSTED ACCEPT", LineState.ACCEPTED),
          Map.entry("OBJECTED WITHDRAW", LineState.UNANSWERED));

  static Stream<Arguments> every() {
    return Stream.of(LineState.values())
        .flatMap(state -> Stream.of(Step.values()).map(step -> Arguments.of(state, step)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("every")
  void a_step_leads_where_the_drawing_says_or_is_refused(LineState state, Step step) {
    assertThat(state.after(step)).isEqualTo(Optional.ofNullable(ALLOWED.get(state + " " + step)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("every")
  void only_who_a_line_waits_for_or_who_spoke_last_or_nobody_does_something(
      LineState state, Step step) {
    boolean forSomebody = state.waitsFor() != LineState.Side.NOBODY;

    assertThat(state.after(step).isPresent() && !forSomebody).isFalse();
    if (step.by() == LineState.Side.SENDER) {
      assertThat(state.after(step).isPresent()).isEqualTo(state == LineState.ADJUSTED);
    }
  }

  @Test
  void a_statement_is_open_then_disputed_then_confirmed_as_its_lines_are() {
    assertThat(of(LineState.OPEN, LineState.OBJECTED)).isEqualTo(StatementState.OPEN);
    assertThat(of(LineState.UNANSWERED, LineState.CONFIRMED)).isEqualTo(StatementState.OPEN);
    assertThat(of(LineState.ADJUSTED, LineState.CONFIRMED)).isEqualTo(StatementState.DISPUTED);
    assertThat(of(LineState.OBJECTED, LineState.ACCEPTED)).isEqualTo(StatementState.DISPUTED);
    assertThat(of(LineState.CONFIRMED, LineState.ACCEPTED)).isEqualTo(StatementState.CONFIRMED);
    assertThat(of()).isEqualTo(StatementState.CONFIRMED);
  }

  private static StatementState of(LineState... lines) {
    return StatementState.of(List.of(lines));
  }
}
