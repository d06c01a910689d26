package nl.banenschakel.statement.confirmation.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.statement.confirmation.act.Act.Taken;
import nl.banenschakel.statement.confirmation.act.Answers.Latest;
import nl.banenschakel.statement.confirmation.act.Answers.Line;
import nl.banenschakel.statement.confirmation.act.LineState.Step;

/** From what somebody says of lines to an act, or to why it is none: pure. */
public final class Answering {
  private static final int NAMED_MAX = 20;

  private final Answers answers;
  private final Map<Integer, Line> lines;
  private final Map<Integer, Latest> latest;
  private final List<Violation> violations = new ArrayList<>();
  private final List<String> unfit = new ArrayList<>();

  private Answering(Answers answers) {
    this.answers = answers;
    this.lines =
        answers.answerable().stream()
            .collect(Collectors.toMap(Line::position, Function.identity()));
    this.latest = answers.latest();
  }

  /**
   * The act; empty: all of it was done before, by the same organisation and last.
   *
   * @throws Failure.Refused when a step is the other one's
   * @throws Failure.Invalid when a line is not there, or nothing is adjusted
   * @throws Failure.Conflict when a line is not one with which that may be done: names them
   */
  public static Optional<Act> act(
      Answers answers, AnswerDraft draft, Caller caller, Instant now, String previous) {
    var answering = new Answering(answers);
    answering.requireSide(draft, caller);
    var steps = answering.steps(draft, caller);
    answering.requireFit();
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Act(
                answers.acts().size() + 1,
                Optional.of(new Act.Actor(caller.organisation(), caller.subject())),
                now,
                Optional.empty(),
                previous,
                steps));
  }

  private void requireSide(AnswerDraft draft, Caller caller) {
    var side = answers.side(caller.organisation());
    boolean others = draft.lines().stream().anyMatch(line -> line.step().by() != side);
    if (others || draft.remaining().filter(step -> step.by() != side).isPresent()) {
      throw new Failure.Refused(
          "STEP_OF_OTHER",
          "The receiver confirms, adjusts, objects and withdraws; the sender accepts.");
    }
  }

  private List<Taken> steps(AnswerDraft draft, Caller caller) {
    var asked = new LinkedHashMap<Integer, AnswerDraft.Line>();
    draft.lines().forEach(line -> asked.put(line.position(), line));
    var steps = new ArrayList<Taken>();
    for (int i = 0; i < draft.lines().size(); i++) {
      taken(draft.lines().get(i), i, caller).ifPresent(steps::add);
    }
    draft
        .remaining()
        .ifPresent(
            step ->
                answers.answerable().stream()
                    .filter(line -> !asked.containsKey(line.position()))
                    .filter(line -> state(line).waitsFor() == step.by())
                    .filter(line -> state(line).after(step).isPresent())
                    .forEach(line -> steps.add(plain(line, step))));
    return steps.stream().sorted(Comparator.comparing(Taken::position)).toList();
  }

  private Optional<Taken> taken(AnswerDraft.Line asked, int index, Caller caller) {
    var line = lines.get(asked.position());
    if (line == null) {
      refuse(index, "position", "LINE_UNKNOWN", "There is no line here that is to be answered.");
      return Optional.empty();
    }
    if (asked.hours().equals(Optional.of(line.hours()))) {
      refuse(index, "workedHours", "HOURS_SAME", "These are the stated hours: confirm the line.");
      return Optional.empty();
    }
    if (isDone(asked, caller)) {
      return Optional.empty();
    }
    var state = state(line);
    var next = state.after(asked.step());
    if (next.isEmpty()) {
      unfit.add("%d is %s".formatted(line.position(), state.text()));
    }
    return next.map(
        it ->
            new Taken(
                line.position(),
                asked.step(),
                it,
                asked.hours().or(() -> hours(line, asked.step())),
                asked.reason(),
                asked.note()));
  }

  private Taken plain(Line line, Step step) {
    return new Taken(
        line.position(),
        step,
        state(line).after(step).orElseThrow(),
        hours(line, step),
        Optional.empty(),
        Optional.empty());
  }

  private Optional<WorkedHours> hours(Line line, Step step) {
    return switch (step) {
      case CONFIRM -> Optional.of(line.hours());
      case ACCEPT ->
          Optional.ofNullable(latest.get(line.position())).flatMap(it -> it.taken().hours());
      default -> Optional.empty();
    };
  }

  /** A call that is sent again does nothing again. */
  private boolean isDone(AnswerDraft.Line asked, Caller caller) {
    var last = latest.get(asked.position());
    return last != null
        && last.act().isBy(caller.organisation())
        && last.taken().step() == asked.step()
        && (asked.hours().isEmpty() || last.taken().hours().equals(asked.hours()))
        && last.taken().reason().equals(asked.reason())
        && last.taken().note().equals(asked.note());
  }

  private LineState state(Line line) {
    return Answers.state(latest, line);
  }

  private void refuse(int index, String member, String code, String detail) {
    violations.add(new Violation("/lines/%d/%s".formatted(index, member), code, detail));
  }

  private void requireFit() {
    if (!violations.isEmpty()) {
      throw new Failure.Invalid(violations);
    }
    if (!unfit.isEmpty()) {
      var named = unfit.stream().limit(NAMED_MAX).collect(Collectors.joining(", "));
      var more =
          unfit.size() > NAMED_MAX ? ", and %d more".formatted(unfit.size() - NAMED_MAX) : "";
      throw new Failure.Conflict(
          "CONFIRMATION_STEP",
          "Nothing was stored. That cannot be done with these lines: %s%s.".formatted(named, more));
    }
  }
}
