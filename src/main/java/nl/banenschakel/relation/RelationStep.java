package nl.banenschakel.relation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;

/**
 * What somebody does with a relation.
 *
 * @param actor the organisation that does it
 * @param by who of it
 */
record RelationStep(
    RelationState.Step step,
    Optional<LocalDate> lastDay,
    Optional<String> reason,
    UUID actor,
    String by) {

  /** One that tells no more than that it was taken. */
  static RelationStep of(RelationState.Step step, Caller caller) {
    return new RelationStep(
        step, Optional.empty(), Optional.empty(), caller.organisation(), caller.subject());
  }

  /** The relation gets a last day. */
  static RelationStep end(EndDraft draft, Caller caller) {
    return new RelationStep(
        RelationState.Step.END,
        Optional.of(draft.lastDay()),
        Optional.of(draft.reason()),
        caller.organisation(),
        caller.subject());
  }
}
