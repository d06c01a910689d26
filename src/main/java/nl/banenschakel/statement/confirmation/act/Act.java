package nl.banenschakel.statement.confirmation.act;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.platform.vault.Signatures.Signature;
import nl.banenschakel.statement.confirmation.act.LineState.Step;
import nl.banenschakel.statement.confirmation.act.ObjectionTerm.Agreed;

/**
 * What somebody did with lines of a statement at once.
 *
 * @param nth of the statement, from 1
 * @param actor empty: nobody did it, and silence means it
 * @param agreed by which silence means what it does
 * @param previous hash of the act before it; of the first, that of what was stated
 * @param steps at least one, by position
 */
public record Act(
    int nth,
    Optional<Actor> actor,
    Instant at,
    Optional<Agreed> agreed,
    String previous,
    List<Taken> steps) {

  /** Who acted, for which organisation. */
  public record Actor(UUID organisation, String subject) {}

  /**
   * Of one line.
   *
   * @param state as what it stands since
   * @param hours that are confirmed or accepted, or said to have been worked
   */
  public record Taken(
      int position,
      Step step,
      LineState state,
      Optional<WorkedHours> hours,
      Optional<ObjectionReason> reason,
      Optional<String> note) {}

  /**
   * As it is kept.
   *
   * @param signer whose key it is signed with: that of the actor, or of who was there when it was
   *     due
   * @param hash over its document
   */
  public record Signed(Act act, UUID signer, String hash, Signature signature) {}

  /** Whether an organisation did it. */
  public boolean isBy(UUID organisation) {
    return actor.filter(it -> it.organisation().equals(organisation)).isPresent();
  }
}
