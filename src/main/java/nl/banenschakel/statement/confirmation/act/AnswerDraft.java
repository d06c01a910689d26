package nl.banenschakel.statement.confirmation.act;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.statement.confirmation.act.LineState.Step;

/**
 * What somebody says of lines of a statement at once.
 *
 * @param lines each of another line
 * @param remaining what is said of all others that wait for who says it; empty: nothing
 */
public record AnswerDraft(List<Line> lines, Optional<Step> remaining) {
  static final int LINES_MAX = 5_000;

  /** All of a leap year, as in a statement: a larger number could be a BSN. */
  private static final BigDecimal HOURS_MAX = new BigDecimal(8_784);

  private static final BigDecimal POSITION_MAX = new BigDecimal(1_000_000);
  private static final int NOTE_CHARS_MAX = 500;

  /**
   * Of one line.
   *
   * @param position of the line in its statement, from 1
   * @param hours of {@link Step#ADJUST} only
   * @param reason of {@link Step#OBJECT} only
   * @param note free text without a BSN, read by both
   */
  public record Line(
      int position,
      Step step,
      Optional<WorkedHours> hours,
      Optional<ObjectionReason> reason,
      Optional<String> note) {

    static Line parse(Fields in) {
      var position = in.requiredNumber("position", AnswerDraft::position);
      var step = in.required("step", Step::parse);
      var hours = in.optionalNumber("workedHours", AnswerDraft::hours);
      var reason = in.optional("reason", ObjectionReason::parse);
      var note = in.optional("note", Fields.text(NOTE_CHARS_MAX));
      step.optional().ifPresent(it -> requireMembers(in, it));
      if (reason.optional().filter(it -> it == ObjectionReason.OTHER).isPresent()
          && !in.has("note")) {
        in.refuse("note", "VALUE_REQUIRED", "Of another reason the note tells what it is.");
      }
      return in.build(
          () ->
              new Line(
                  position.get(),
                  step.get(),
                  hours.optional(),
                  reason.optional(),
                  note.optional()));
    }

    private static void requireMembers(Fields in, Step step) {
      requireMember(
          in, "workedHours", step == Step.ADJUST, "Who adjusts says the hours, and nobody else.");
      requireMember(in, "reason", step == Step.OBJECT, "Who objects says why, and nobody else.");
    }

    private static void requireMember(Fields in, String name, boolean needed, String detail) {
      if (in.has(name) != needed) {
        in.refuse(name, needed ? "VALUE_REQUIRED" : "MEMBER_UNFIT", detail);
      }
    }
  }

  /** Reads a body, or fails with every mistake. */
  public static AnswerDraft parse(Fields in) {
    var remaining = in.optional("remaining", AnswerDraft::remaining);
    var lines =
        in.has("lines") || !in.has("remaining")
            ? in.list("lines", in.has("remaining") ? 0 : 1, LINES_MAX, Line::parse).optional()
            : Optional.of(List.<Line>of());
    lines.ifPresent(all -> requireOnce(in, all));
    return in.build(() -> new AnswerDraft(lines.orElseThrow(), remaining.optional()));
  }

  private static void requireOnce(Fields in, List<Line> lines) {
    var seen = new HashSet<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      if (!seen.add(lines.get(i).position())) {
        in.refuse("lines/" + i + "/position", "LINE_TWICE", "This line is answered here already.");
      }
    }
  }

  private static Step remaining(String text) {
    return switch (text) {
      case "confirm" -> Step.CONFIRM;
      case "accept" -> Step.ACCEPT;
      default -> throw new Malformed("STEP_UNKNOWN", "Expected confirm or accept.");
    };
  }

  private static int position(BigDecimal sent) {
    if (sent.stripTrailingZeros().scale() > 0
        || sent.signum() <= 0
        || sent.compareTo(POSITION_MAX) > 0) {
      throw new Malformed("LINE_UNKNOWN", "Expected the position of a line, from 1.");
    }
    return sent.intValue();
  }

  private static WorkedHours hours(BigDecimal hours) {
    if (hours.signum() < 0 || hours.compareTo(HOURS_MAX) > 0) {
      throw new Malformed("HOURS_RANGE", "Expected 0 to 8,784: the hours, and not the difference.");
    }
    return WorkedHours.total(hours);
  }
}
