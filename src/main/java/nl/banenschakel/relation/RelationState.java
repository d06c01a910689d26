package nl.banenschakel.relation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** As what a relation stands, and what may be done with it then. */
public enum RelationState {
  /** One organisation began it; no other has accepted yet. */
  INVITING,
  /** Both are in it. */
  RUNNING,
  /** It has a last day. */
  ENDED,
  /** It was called off before anybody accepted. */
  WITHDRAWN;

  private static final Map<RelationState, Map<Step, RelationState>> AFTER =
      Map.of(
          INVITING, Map.of(Step.ACCEPT, RUNNING, Step.WITHDRAW, WITHDRAWN),
          RUNNING, Map.of(Step.END, ENDED),
          ENDED, Map.of(Step.END, ENDED));

  /** What somebody does with a relation. */
  public enum Step {
    /** An organisation begins one: there was none before. */
    BEGIN,
    /** Another organisation comes in. */
    ACCEPT,
    /** The one that began it calls it off. */
    WITHDRAW,
    /** Either says until when it lasts; once more where that was a mistake. */
    END
  }

  /** What it becomes; empty: that may not be done now. */
  public Optional<RelationState> after(Step step) {
    return Optional.ofNullable(AFTER.getOrDefault(this, Map.of()).get(step));
  }

  /** As the contract writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
