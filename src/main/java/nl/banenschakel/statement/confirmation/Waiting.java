package nl.banenschakel.statement.confirmation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.WorkedHours;
import nl.banenschakel.statement.confirmation.act.ObjectionTerm;
import nl.banenschakel.statement.confirmation.act.StatementState;

/**
 * A statement that stands, and for whom its lines wait.
 *
 * @param stated hours of all lines
 * @param confirmed those that both agree on, or silence did
 */
record Waiting(
    UUID statement,
    UUID sender,
    UUID receiver,
    UUID assignment,
    LocalDate firstDay,
    LocalDate lastDay,
    Instant receivedAt,
    Optional<ObjectionTerm> term,
    Counts lines,
    WorkedHours stated,
    WorkedHours confirmed) {

  /** How many lines wait for whom. */
  record Counts(int receiver, int sender, int nobody) {}

  /** For whom some lines wait, seen by who asks; or all of them for nobody. */
  enum For {
    ME,
    OTHER,
    NOBODY;

    static For parse(String text) {
      return Arrays.stream(values())
          .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
          .findFirst()
          .orElseThrow(() -> new Malformed("WAITS_FOR_UNKNOWN", "Expected me, other or nobody."));
    }
  }

  /** As what it stands. */
  StatementState state() {
    return StatementState.of(lines.receiver() > 0, lines.sender() > 0);
  }
}
