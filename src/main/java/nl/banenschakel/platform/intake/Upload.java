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
 * @param mode whether it is to take effect
 * @param receivedAt when it began to come in, or its address was given out
 * @param receivedBy the client or person that sent it
 * @param finishedAt when it ended
 * @param progress how much of it came in
 * @param outcome what came of it, when accepted or found good
 * @param repeats the earlier one that brought the same bytes: this one had no effect
 * @param mistakes the first mistakes, when refused; without any value
 * @param mistakesTotal how many mistakes there were
 * @param failure why it ended without being read to the end; its place is empty
 */
public record Upload(
    UUID id,
    String kind,
    State state,
    Mode mode,
    OffsetDateTime receivedAt,
    String receivedBy,
    Optional<OffsetDateTime> finishedAt,
    Progress progress,
    Optional<Outcome> outcome,
    Optional<UUID> repeats,
    List<Violation> mistakes,
    int mistakesTotal,
    Optional<Violation> failure) {

  /** Where a delivery stands. */
  public enum State {
    /** Has an address; no bytes yet. */
    WAITING,
    /** Still coming in, or taking effect. */
    RECEIVING,
    /** Took effect. */
    ACCEPTED,
    /** A trial run without mistakes: it would take effect. */
    VALIDATED,
    /** Had mistakes; nothing of it was stored. */
    REFUSED,
    /** Somebody called it off; nothing of it was stored. */
    CANCELLED,
    /** Could not be taken; nothing of it was stored. */
    FAILED;

    /** Whether nothing more comes of it by itself. */
    public boolean isOver() {
      return this != WAITING && this != RECEIVING;
    }
  }

  /**
   * How much of a delivery came in.
   *
   * @param bytes so far
   * @param total how many there will be, if the sender said so
   * @param rows written down so far; after the first mistake none are
   */
  public record Progress(long bytes, Optional<Long> total, long rows) {

    /** 0 to 100, where the total is known. */
    public Optional<Integer> percent() {
      return total.map(all -> (int) Math.min(100, bytes * 100 / Math.max(1, all)));
    }
  }

  /** Where it can be read. */
  public String address() {
    return "/v1/uploads/" + id;
  }
}
