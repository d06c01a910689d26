package nl.banenschakel.register.explanation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.register.explanation.Cause.Verdict;

/**
 * Why somebody is not on the newest list of a number, from facts: the causes in their order, each
 * with a verdict.
 *
 * @param findings one for each cause, in order
 */
record Explanation(Facts facts, List<Finding> findings) {

  /** A cause, whether it is this, and by which evidence. */
  record Finding(Cause cause, Verdict verdict, List<UUID> evidence) {}

  /**
   * What the norms say about a list of a day.
   *
   * @param refreshDelayDays from the first working day in which a list may lack somebody
   * @param newGroupsDelayed whether people of new groups were not shown yet
   */
  record Delays(int refreshDelayDays, boolean newGroupsDelayed) {}

  static Explanation of(Facts facts, Delays delays) {
    var findings =
        Arrays.stream(Cause.values()).map(cause -> finding(cause, facts, delays)).toList();
    return new Explanation(facts, findings);
  }

  /** Nothing is to be explained: the person is on the newest list. */
  boolean isThere() {
    return facts.isListed();
  }

  /** The first cause that it is, else the first that it may be. */
  Optional<Finding> decisive() {
    return isThere()
        ? Optional.empty()
        : Stream.of(Verdict.THIS_IS_IT, Verdict.CANNOT_BE_TOLD)
            .flatMap(verdict -> findings.stream().filter(it -> it.verdict() == verdict))
            .findFirst();
  }

  private static Finding finding(Cause cause, Facts facts, Delays delays) {
    if (facts.isListed()) {
      return new Finding(cause, Verdict.NOT_IT, list(facts));
    }
    return switch (cause) {
      case NUMBER_NOT_ASKED -> numberNotAsked(facts);
      case OTHER_NUMBER -> otherNumber(facts);
      case REFRESH_DELAY -> refreshDelay(facts, delays);
      case MUNICIPAL_GROUP -> municipalGroup(facts);
      case HIRED_IN -> hiredIn(facts);
      case SIGNED_OUT -> signedOut(facts);
    };
  }

  private static Finding numberNotAsked(Facts facts) {
    var verdict = facts.list().isPresent() ? Verdict.NOT_IT : Verdict.THIS_IS_IT;
    return new Finding(Cause.NUMBER_NOT_ASKED, verdict, list(facts));
  }

  private static Finding otherNumber(Facts facts) {
    var evidence = facts.elsewhere().stream().toList();
    if (facts.elsewhere().isPresent()
        || (facts.worksElsewhere() && facts.contractSince().isEmpty())) {
      return new Finding(Cause.OTHER_NUMBER, Verdict.THIS_IS_IT, evidence);
    }
    boolean unknown = facts.contractSince().isEmpty() && facts.unaskedNumbers();
    return new Finding(
        Cause.OTHER_NUMBER, unknown ? Verdict.CANNOT_BE_TOLD : Verdict.NOT_IT, evidence);
  }

  private static Finding refreshDelay(Facts facts, Delays delays) {
    if (facts.list().isEmpty()) {
      return new Finding(Cause.REFRESH_DELAY, Verdict.CANNOT_BE_TOLD, List.of());
    }
    if (facts.isListBehind()) {
      return new Finding(Cause.REFRESH_DELAY, Verdict.THIS_IS_IT, facts.evidence());
    }
    LocalDate upTo = facts.list().get().upTo();
    if (facts.contractSince().filter(upTo::isBefore).isPresent()) {
      return new Finding(Cause.REFRESH_DELAY, Verdict.THIS_IS_IT, list(facts));
    }
    boolean justCame =
        facts
            .contractSince()
            .filter(upTo.minusDays(delays.refreshDelayDays())::isBefore)
            .isPresent();
    boolean mayBeNew = delays.newGroupsDelayed() && !facts.everSeen();
    boolean may = facts.worksHere() && (justCame || mayBeNew) && !facts.hasLeft();
    return new Finding(
        Cause.REFRESH_DELAY, may ? Verdict.CANNOT_BE_TOLD : Verdict.NOT_IT, list(facts));
  }

  private static Finding municipalGroup(Facts facts) {
    var evidence = facts.answer().map(Facts.KnownAnswer::id).stream().toList();
    return facts.everSeen()
        ? new Finding(Cause.MUNICIPAL_GROUP, Verdict.NOT_IT, facts.evidence())
        : new Finding(Cause.MUNICIPAL_GROUP, Verdict.CANNOT_BE_TOLD, evidence);
  }

  private static Finding hiredIn(Facts facts) {
    var verdict =
        facts.worksHere()
            ? Verdict.NOT_IT
            : facts.contractsKnown() ? Verdict.THIS_IS_IT : Verdict.CANNOT_BE_TOLD;
    return new Finding(Cause.HIRED_IN, verdict, List.of());
  }

  private static Finding signedOut(Facts facts) {
    if (facts.hasLeft()) {
      return new Finding(Cause.SIGNED_OUT, Verdict.THIS_IS_IT, facts.evidence());
    }
    return new Finding(
        Cause.SIGNED_OUT,
        facts.isNoLongerSeen() ? Verdict.CANNOT_BE_TOLD : Verdict.NOT_IT,
        facts.isNoLongerSeen() ? facts.evidence() : List.of());
  }

  private static List<UUID> list(Facts facts) {
    return facts.list().map(Facts.KnownList::id).stream().toList();
  }
}
