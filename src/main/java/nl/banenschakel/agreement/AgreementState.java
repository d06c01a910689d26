package nl.banenschakel.agreement;

import java.util.Map;
import java.util.Optional;

/**
 * As what an agreement stands, and what may be done with it then. Whether a version of it is in
 * force is a matter of the day: see {@link Agreement#holdingOn}.
 */
public enum AgreementState {
  /** Its maker alone knows of it. */
  DRAFT,
  /** A version waits for the other one; none was accepted yet. */
  PROPOSED,
  /** What was proposed is off the table; none was accepted yet. */
  DECLINED,
  /** Both accepted a version. */
  ACCEPTED,
  /** Both accepted a version, and another one waits. */
  AMENDING,
  /** It has a last day, before the one it was agreed to have. */
  ENDED;

  private static final Map<AgreementState, Map<Step, AgreementState>> AFTER =
      Map.of(
          DRAFT,
          Map.of(Step.PROPOSE, PROPOSED),
          PROPOSED,
          Map.of(Step.PROPOSE, PROPOSED, Step.ACCEPT, ACCEPTED, Step.DECLINE, DECLINED),
          DECLINED,
          Map.of(Step.PROPOSE, PROPOSED),
          ACCEPTED,
          Map.of(Step.PROPOSE, AMENDING, Step.END, ENDED),
          AMENDING,
          Map.of(
              Step.PROPOSE,
              AMENDING,
              Step.ACCEPT,
              ACCEPTED,
              Step.DECLINE,
              ACCEPTED,
              Step.END,
              ENDED));

  /** What somebody does with an agreement that both see. */
  public enum Step {
    /**
     * Either puts a version on the table, in the place of one that waits. It accepts it by that.
     */
    PROPOSE,
    /** The other one accepts it too. */
    ACCEPT,
    /** The other one refuses it, or its proposer takes it back. */
    DECLINE,
    /** Either says until when it lasts. */
    END
  }

  /** What it becomes; empty: that may not be done now. */
  public Optional<AgreementState> after(Step step) {
    return Optional.ofNullable(AFTER.getOrDefault(this, Map.of()).get(step));
  }

  /** Whether a version waits to be accepted. */
  public boolean waits() {
    return this == PROPOSED || this == AMENDING;
  }
}
