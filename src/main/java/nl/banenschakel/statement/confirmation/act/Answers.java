package nl.banenschakel.statement.confirmation.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.statement.confirmation.act.Act.Taken;
import nl.banenschakel.statement.confirmation.act.LineState.Side;
import nl.banenschakel.statement.confirmation.act.LineState.Step;

/**
 * A statement that the receiver reads, with all that both did with its lines.
 *
 * @param replacedBy the correction that took its place: then nothing more is done with it
 * @param term empty: silence never means anything
 * @param lines all of them, in order
 * @param acts the oldest first
 */
public record Answers(
    UUID statement,
    UUID sender,
    UUID receiver,
    Optional<UUID> replacedBy,
    Optional<ObjectionTerm> term,
    List<Line> lines,
    List<Act.Signed> acts) {

  /** A line as it was stated. One that is void is not to be answered. */
  public record Line(
      int position,
      UUID pseudonym,
      LocalDate firstDay,
      LocalDate lastDay,
      WorkedHours hours,
      boolean isVoid) {}

  /** What was done with a line last. */
  public record Latest(Act act, Taken taken) {}

  /** Lines that are to be answered. */
  public List<Line> answerable() {
    return lines.stream().filter(line -> !line.isVoid()).toList();
  }

  /** By position; a line with which nothing was done is not there. */
  public Map<Integer, Latest> latest() {
    var latest = new HashMap<Integer, Latest>();
    for (var signed : acts) {
      for (var taken : signed.act().steps()) {
        latest.put(taken.position(), new Latest(signed.act(), taken));
      }
    }
    return latest;
  }

  /** As what a line stands. */
  public static LineState state(Map<Integer, Latest> latest, Line line) {
    var last = latest.get(line.position());
    return last == null ? LineState.OPEN : last.taken().state();
  }

  /** As what the whole stands. */
  public StatementState state() {
    var latest = latest();
    return StatementState.of(answerable().stream().map(line -> state(latest, line)).toList());
  }

  /** Which of the two an organisation is. */
  public Side side(UUID organisation) {
    return organisation.equals(sender) ? Side.SENDER : Side.RECEIVER;
  }

  /** The other one. */
  public UUID otherThan(UUID organisation) {
    return organisation.equals(sender) ? receiver : sender;
  }

  /** What silence has to say by now; empty: nothing yet, or nothing any more. */
  public Optional<Act> silence(Instant now, String previous) {
    if (replacedBy.isPresent() || term.filter(it -> !now.isBefore(it.due())).isEmpty()) {
      return Optional.empty();
    }
    var ended = term.get();
    var latest = latest();
    var step = ended.silent();
    var state = LineState.OPEN.after(step).orElseThrow();
    var steps =
        answerable().stream()
            .filter(line -> state(latest, line) == LineState.OPEN)
            .map(line -> silent(line, step, state))
            .toList();
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Act(
                acts.size() + 1, Optional.empty(), ended.due(), ended.agreed(), previous, steps));
  }

  private static Taken silent(Line line, Step step, LineState state) {
    return new Taken(
        line.position(),
        step,
        state,
        step == Step.ASSENT ? Optional.of(line.hours()) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
