package nl.banenschakel.statement.confirmation.act;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.vault.Signatures;
import nl.banenschakel.platform.vault.Signatures.Signature;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.statement.confirmation.act.LineState.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Acts that were changed after they were signed. */
class ChainTest {
  private static final UUID SENDER = new UUID(1, 1);
  private static final UUID RECEIVER = new UUID(1, 2);
  private static final Instant AT = Instant.parse("2026-04-08T10:15:00.123456Z");

  private final Chain chain = new Chain(new Signatures(Vault.inMemory()));

  @Test
  void what_is_as_it_was_signed_verifies_act_by_act() {
    assertThat(chain.verify(answers()).values()).containsExactly(true, true, true);
  }

  @Test
  void the_keys_of_another_gateway_verify_nothing() {
    var other = new Chain(new Signatures(Vault.inMemory()));

    assertThat(other.verify(answers()).values()).containsExactly(false, false, false);
  }

  @Test
  void lines_that_were_stated_otherwise_break_all_of_it() {
    var line = new Answers.Line(1, new UUID(2, 1), day(2), day(8), hours("37"), false);

    var changed = with(answers(), List.of(line), answers().acts());

    assertThat(chain.verify(changed).values()).containsExactly(false, false, false);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        change("moment", act -> copy(act, act.actor(), AT.plusNanos(1_000), act.steps())),
        change(
            "subject",
            act -> copy(act, Optional.of(new Act.Actor(RECEIVER, "x")), act.at(), act.steps())),
        change(
            "organisation",
            act -> copy(act, Optional.of(new Act.Actor(SENDER, "hr")), act.at(), act.steps())),
        change("nobody", act -> copy(act, Optional.empty(), act.at(), act.steps())),
        change("no steps", act -> copy(act, act.actor(), act.at(), List.of())),
        change("position", act -> step(act, 2, Step.ADJUST, LineState.ADJUSTED, "32", "a")),
        change("step", act -> step(act, 1, Step.CONFIRM, LineState.ADJUSTED, "32", "a")),
        change("state", act -> step(act, 1, Step.ADJUST, LineState.ACCEPTED, "32", "a")),
        change("hours", act -> step(act, 1, Step.ADJUST, LineState.ADJUSTED, "3", "a")),
        change("note", act -> step(act, 1, Step.ADJUST, LineState.ADJUSTED, "32", "b")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void a_change_shows_in_its_act_and_in_all_after_it(String what, UnaryOperator<Act> change) {
    var answers = answers();
    var second = answers.acts().get(1);
    var acts = new ArrayList<>(answers.acts());

    acts.set(
        1, new Act.Signed(change.apply(second.act()), RECEIVER, second.hash(), second.signature()));

    assertThat(chain.verify(with(answers, answers.lines(), acts)).values())
        .containsExactly(true, false, false);
  }

  @Test
  void who_changes_an_act_and_its_hash_has_no_key_to_sign_it_with() {
    var answers = answers();
    var second = answers.acts().get(1);
    var forged = step(second.act(), 1, Step.ADJUST, LineState.ADJUSTED, "3", "a");
    var acts = new ArrayList<>(answers.acts());

    acts.set(
        1,
        new Act.Signed(
            forged,
            RECEIVER,
            Signatures.hash(ActJson.document(answers, forged)),
            new Signature(second.signature().keyId(), Buffer.buffer(new byte[32]))));

    assertThat(chain.verify(with(answers, answers.lines(), acts)).values())
        .containsExactly(true, false, false);
  }

  @Test
  void an_act_that_was_taken_out_is_missed() {
    var answers = answers();

    var acts = List.of(answers.acts().get(0), answers.acts().get(2));

    assertThat(chain.verify(with(answers, answers.lines(), acts)).values()).contains(false);
  }

  @Test
  void the_signed_text_is_in_the_canonical_form() {
    var document = ActJson.document(answers(), answers().acts().get(1).act());

    assertThat(document)
        .startsWith("{\"act\":2,\"agreement\":null,\"agreementVersion\":null,\"at\":\"2026-04-08T")
        .contains(
            "\"steps\":[{\"note\":\"a\",\"position\":1,\"reason\":null,\"state\":\"adjusted\","
                + "\"step\":\"adjust\",\"workedHours\":32}]")
        .endsWith("\"subject\":\"hr\"}");
  }

  /** Silence, an adjustment and its acceptance: three acts on one line. */
  private Answers answers() {
    var lines = List.of(new Answers.Line(1, new UUID(2, 1), day(2), day(8), hours("36"), false));
    var none =
        new Answers(
            new UUID(3, 1), SENDER, RECEIVER, Optional.empty(), Optional.empty(), lines, List.of());
    var hours = Optional.of(hours("32"));
    var silence = taken(1, Step.LAPSE, LineState.UNANSWERED, Optional.empty(), Optional.empty());
    var adjusted = taken(1, Step.ADJUST, LineState.ADJUSTED, hours, Optional.of("a"));
    var accepted = taken(1, Step.ACCEPT, LineState.ACCEPTED, hours, Optional.empty());
    var lapsed = signed(none, Optional.empty(), SENDER, silence);
    var spoken = signed(lapsed, Optional.of(new Act.Actor(RECEIVER, "hr")), RECEIVER, adjusted);
    return signed(spoken, Optional.of(new Act.Actor(SENDER, "planning")), SENDER, accepted);
  }

  private Answers signed(Answers answers, Optional<Act.Actor> actor, UUID signer, Act.Taken taken) {
    int nth = answers.acts().size() + 1;
    var act = new Act(nth, actor, AT, Optional.empty(), Chain.head(answers), List.of(taken));
    var acts = new ArrayList<>(answers.acts());
    acts.add(chain.sign(answers, act, signer));
    return with(answers, answers.lines(), acts);
  }

  private static Answers with(Answers of, List<Answers.Line> lines, List<Act.Signed> acts) {
    return new Answers(
        of.statement(), SENDER, RECEIVER, Optional.empty(), Optional.empty(), lines, acts);
  }

  private static Arguments change(String what, UnaryOperator<Act> change) {
    return Arguments.of(what, change);
  }

  private static Act copy(Act of, Optional<Act.Actor> actor, Instant at, List<Act.Taken> steps) {
    return new Act(of.nth(), actor, at, of.agreed(), of.previous(), steps);
  }

  private static Act step(
      Act of, int position, Step step, LineState state, String hours, String note) {
    var taken = taken(position, step, state, Optional.of(hours(hours)), Optional.of(note));
    return copy(of, of.actor(), of.at(), List.of(taken));
  }

  private static Act.Taken taken(
      int position,
      Step step,
      LineState state,
      Optional<WorkedHours> hours,
      Optional<String> note) {
    return new Act.Taken(position, step, state, hours, Optional.empty(), note);
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 3, day);
  }

  private static WorkedHours hours(String hours) {
    return WorkedHours.total(new BigDecimal(hours));
  }
}
