package nl.banenschakel.platform.intake;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.failure.Violation;

/**
 * A delivery and what came of it: the answer to "what happened to my file?".
 *
 * @param id its address
 * @param kind the sort of file
 * @param state where it stands
 * @param receivedAt when it began to come in
 * @param receivedBy the client or person that sent it
 * @param outcome what came of it, when accepted
 * @param mistakes the first mistakes, when refused; without any value
 * @param mistakesTotal how many mistakes there were
 */
public record Upload(
    UUID id,
    String kind,
    State state,
    OffsetDateTime receivedAt,
    String receivedBy,
    Optional<Outcome> outcome,
    List<Violation> mistakes,
    int mistakesTotal) {

  /** Where a delivery stands. */
  public enum State {
    /** Still coming in. */
    RECEIVING,
    /** Took effect. */
    ACCEPTED,
    /** Had mistakes; nothing of it was stored. */
    REFUSED
  }
}
