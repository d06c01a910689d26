package nl.banenschakel.register.explanation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.register.presence.PresenceState;

/**
 * What is known of somebody under one loonheffingennummer.
 *
 * @param person who it is, where the organisation knows the person at all
 * @param list the newest list of the number
 * @param isListed on that list
 * @param elsewhere the newest list of another number of the organisation that has the person
 * @param elsewhereNumber that number, or else another one under which a contract runs
 * @param contractSince first day of the contracts of the number that run on the day
 * @param worksElsewhere a contract of another number runs on the day
 * @param contractsKnown contracts of the number were delivered
 * @param unaskedNumbers other numbers of the same employer that were never asked
 * @param answer the newest answer about the person
 * @param presenceThen in the month of the newest list, if there is any evidence
 * @param presenceNow in the month of the day
 * @param evidence what decides the former, or the latter where that is left
 * @param everSeen by a list or an answer
 */
record Facts(
    Optional<UUID> person,
    Optional<KnownList> list,
    boolean isListed,
    Optional<UUID> elsewhere,
    Optional<String> elsewhereNumber,
    Optional<LocalDate> contractSince,
    boolean worksElsewhere,
    boolean contractsKnown,
    boolean unaskedNumbers,
    Optional<KnownAnswer> answer,
    Optional<PresenceState> presenceThen,
    Optional<PresenceState> presenceNow,
    List<UUID> evidence,
    boolean everSeen) {

  /**
   * A list.
   *
   * @param upTo the day to which the register was up to date, else the peildatum
   */
  record KnownList(UUID id, LocalDate peildatum, LocalDate upTo) {}

  /**
   * An answer.
   *
   * @param ends whether it tells of an end of the registration that has come
   */
  record KnownAnswer(UUID id, LocalDate peildatum, boolean isIn, boolean ends) {}

  /** Seen although not on the newest list, and no end is known: the list is behind. */
  boolean isListBehind() {
    return presenceThen.filter(PresenceState.SEEN::equals).isPresent()
        && !isListed
        && elsewhere.isEmpty()
        && answer.stream().noneMatch(KnownAnswer::ends);
  }

  boolean hasLeft() {
    return presenceNow.filter(PresenceState.LEFT::equals).isPresent()
        || presenceThen.filter(PresenceState.LEFT::equals).isPresent()
        || answer.stream().anyMatch(given -> given.ends() && !isListed);
  }

  boolean isNoLongerSeen() {
    return presenceThen.filter(PresenceState.NO_LONGER_SEEN::equals).isPresent();
  }

  boolean worksHere() {
    return contractSince.isPresent() || worksElsewhere;
  }
}
