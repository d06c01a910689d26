package nl.banenschakel.statement.confirmation.act;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.statement.confirmation.act.LineState.Step;

/**
 * Until when the receiver may object, and what its silence means then.
 *
 * @param days from the moment at which the statement was received
 * @param due the moment at which silence counts
 * @param agreed by what; empty: no agreement was in force, or it was not clear which
 * @param accepts whether silence agrees to what was stated: only where that was agreed on
 */
public record ObjectionTerm(int days, Instant due, Optional<Agreed> agreed, boolean accepts) {

  /** A version of an agreement. */
  public record Agreed(UUID agreement, int version) {}

  /**
   * So many days after a moment, at the same time by the clocks of the Netherlands. Where that time
   * does not come, in the night of which an hour lacks, it is an hour later; where it comes twice,
   * it is the second.
   */
  public static ObjectionTerm from(
      Instant received, int days, Optional<Agreed> agreed, boolean accepts) {
    var due =
        received.atZone(Netherlands.ZONE).plusDays(days).withLaterOffsetAtOverlap().toInstant();
    return new ObjectionTerm(days, due, agreed, accepts);
  }

  /** What becomes of lines of which nobody said anything. */
  Step silent() {
    return accepts ? Step.ASSENT : Step.LAPSE;
  }
}
