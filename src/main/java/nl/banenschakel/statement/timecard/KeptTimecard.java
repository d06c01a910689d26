package nl.banenschakel.statement.timecard;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.statement.sent.Channel;
import nl.banenschakel.statement.sent.Sent;
import nl.banenschakel.statement.setu.Timecard;

/**
 * A card as it is kept.
 *
 * @param version from 1: each change is one more
 * @param statement what it states
 * @param fresh whether this call made it
 */
record KeptTimecard(Timecard card, int version, UUID statement, boolean fresh) {
  /** Its entity tag. */
  String tag() {
    return tag(version);
  }

  /**
   * Has a version be one of some.
   *
   * @param tags empty: whichever it is
   * @throws Failure.Stale when it is another
   */
  static void requireTag(int version, Optional<Set<String>> tags) {
    if (tags.filter(it -> !it.contains("*") && !it.contains(tag(version))).isPresent()) {
      throw new Failure.Stale();
    }
  }

  /**
   * What a card states that comes in its place: of a statement that says the same nothing is
   * replaced.
   */
  Sent corrected(Timecard later) {
    var sent = Sent.of(later.stated(true).draft(), Channel.SETU_2);
    var before = Sent.of(card.stated(true).draft(), Channel.SETU_2);
    return sent.statesAs(before) ? sent : sent.inPlaceOf(statement);
  }

  /** What is stated once it is taken back. */
  Sent withdrawn() {
    return Sent.withdrawal(card.stated(true).draft(), statement, Channel.SETU_2);
  }

  private static String tag(int version) {
    return "\"%d\"".formatted(version);
  }
}
