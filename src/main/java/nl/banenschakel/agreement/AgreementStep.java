package nl.banenschakel.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.agreement.Agreement.Version;
import nl.banenschakel.agreement.AgreementState.Step;
import nl.banenschakel.agreement.content.Words;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/**
 * A step that may be taken: each of these fails with {@link Failure.Conflict} where it may not.
 *
 * @param state as what the agreement stands after it
 * @param version which it is about
 * @param hash of that version
 * @param by who takes it
 */
record AgreementStep(
    Step step,
    AgreementState state,
    int version,
    String hash,
    Optional<LocalDate> lastDay,
    Optional<String> reason,
    String by) {

  /** A version is put on the table. */
  static AgreementStep propose(Agreement agreement, AgreementDocument document, Caller caller) {
    return new AgreementStep(
        Step.PROPOSE,
        next(agreement, Step.PROPOSE),
        document.version(),
        document.hash(),
        Optional.empty(),
        Optional.empty(),
        caller.subject());
  }

  /**
   * What waits is accepted.
   *
   * @param hash of what the caller read: what waits must be just that
   */
  static AgreementStep accept(Agreement agreement, String hash, Caller caller) {
    var state = next(agreement, Step.ACCEPT);
    var about = agreement.proposal().orElseThrow();
    if (about.proposer().equals(caller.organisation())) {
      throw new Failure.Conflict(
          "AGREEMENT_OWN_PROPOSAL",
          "This organisation proposed it, and accepts it by that: the other one is to accept it.");
    }
    if (!about.hash().equals(hash)) {
      throw new Failure.Conflict(
          "AGREEMENT_HASH", "Another version waits than the one you read: read it, then decide.");
    }
    return about(about, Step.ACCEPT, state, Optional.empty(), Optional.empty(), caller);
  }

  /** What waits is taken off the table. */
  static AgreementStep decline(Agreement agreement, String reason, Caller caller) {
    var state = next(agreement, Step.DECLINE);
    var about = agreement.proposal().orElseThrow();
    return about(about, Step.DECLINE, state, Optional.empty(), Optional.of(reason), caller);
  }

  /**
   * The agreement gets a last day; {@link Failure.Invalid} where that is past: what was stated
   * until today was stated under it.
   */
  static AgreementStep end(Agreement agreement, EndDraft draft, LocalDate today, Caller caller) {
    var state = next(agreement, Step.END);
    var about =
        agreement.versions().stream()
            .filter(agreement::isAccepted)
            .reduce((first, second) -> second)
            .orElseThrow();
    var agreed = about.validUntil();
    if (draft.lastDay().isBefore(today) || agreed.filter(draft.lastDay()::isAfter).isPresent()) {
      throw new Failure.Invalid(
          List.of(
              new Violation(
                  "/lastDay",
                  "LAST_DAY_UNFIT",
                  "Expected today or later, and not after the last day that was agreed on.")));
    }
    return about(
        about, Step.END, state, Optional.of(draft.lastDay()), Optional.of(draft.reason()), caller);
  }

  private static AgreementState next(Agreement agreement, Step step) {
    return agreement
        .state()
        .after(step)
        .orElseThrow(
            () ->
                new Failure.Conflict(
                    "AGREEMENT_STEP",
                    "That cannot be done with an agreement that is %s."
                        .formatted(Words.text(agreement.state()))));
  }

  private static AgreementStep about(
      Version version,
      Step step,
      AgreementState state,
      Optional<LocalDate> lastDay,
      Optional<String> reason,
      Caller caller) {
    return new AgreementStep(
        step, state, version.number(), version.hash(), lastDay, reason, caller.subject());
  }
}
