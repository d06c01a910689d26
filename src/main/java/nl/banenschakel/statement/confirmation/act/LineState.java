package nl.banenschakel.statement.confirmation.act;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.kernel.Malformed;

/** As what a line of a statement stands between the two, and what may be done with it then. */
public enum LineState {
  /** Nobody said anything yet; once the term is over, silence says what was agreed on. */
  OPEN(Side.RECEIVER),
  /** No answer stands, and silence gives none any more. */
  UNANSWERED(Side.RECEIVER),
  /** The hours as they were stated. */
  CONFIRMED(Side.NOBODY),
  /** The receiver says that it were other hours. */
  ADJUSTED(Side.SENDER),
  /** The receiver says why it were none of these. */
  OBJECTED(Side.SENDER),
  /** The hours that the receiver said it were. */
  ACCEPTED(Side.NOBODY);

  private static final Map<LineState, Map<Step, LineState>> AFTER =
      Map.of(
          OPEN,
          Map.of(
              Step.CONFIRM,
              CONFIRMED,
              Step.ADJUST,
              ADJUSTED,
              Step.OBJECT,
              OBJECTED,
              Step.ASSENT,
              CONFIRMED,
              Step.LAPSE,
              UNANSWERED),
          UNANSWERED,
          Map.of(Step.CONFIRM, CONFIRMED, Step.ADJUST, ADJUSTED, Step.OBJECT, OBJECTED),
          ADJUSTED,
          Map.of(Step.WITHDRAW, UNANSWERED, Step.ACCEPT, ACCEPTED),
          OBJECTED,
          Map.of(Step.WITHDRAW, UNANSWERED));

  private final Side waitsFor;

  LineState(Side waitsFor) {
    this.waitsFor = waitsFor;
  }

  /** Who acts, or is to act. */
  public enum Side {
    RECEIVER,
    SENDER,
    NOBODY
  }

  /** What is done with a line. */
  public enum Step {
    /** It were these hours. */
    CONFIRM(Side.RECEIVER),
    /** It were so many hours. */
    ADJUST(Side.RECEIVER),
    /** It were none of these, for a reason. */
    OBJECT(Side.RECEIVER),
    /** What the receiver said of it does not stand. */
    WITHDRAW(Side.RECEIVER),
    /** It were the hours that the receiver said. */
    ACCEPT(Side.SENDER),
    /** The term is over, and silence agrees. */
    ASSENT(Side.NOBODY),
    /** The term is over, and silence does not agree, or nothing was agreed on it. */
    LAPSE(Side.NOBODY);

    private final Side by;

    Step(Side by) {
      this.by = by;
    }

    /** Whose step it is; nobody's is one of the gateway's own. */
    public Side by() {
      return by;
    }

    /** As the contract writes it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Reads one that somebody may take. */
    static Step parse(String text) {
      return Arrays.stream(values())
          .filter(step -> step.by != Side.NOBODY && step.text().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new Malformed(
                      "STEP_UNKNOWN", "Expected confirm, adjust, object, withdraw or accept."));
    }
  }

  /** What it becomes; empty: that may not be done now. */
  public Optional<LineState> after(Step step) {
    return Optional.ofNullable(AFTER.getOrDefault(this, Map.of()).get(step));
  }

  /** Who is to act next. */
  public Side waitsFor() {
    return waitsFor;
  }

  /** As the contract writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
