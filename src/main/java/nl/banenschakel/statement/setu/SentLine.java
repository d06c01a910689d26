package nl.banenschakel.statement.setu;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.banenschakel.statement.sent.LineDraft.Action;
import nl.banenschakel.statement.sent.Reference;

/**
 * An interval of a time card as it was sent, of either version.
 *
 * @param at where it stands
 * @param day to which it belongs, by the day on which it starts
 */
record SentLine(
    String at,
    Reference id,
    String type,
    Text start,
    Optional<Text> end,
    Optional<Text> total,
    UnaryOperator<LocalDate> day,
    Action action) {
  /** A text and where it stands. */
  record Text(String at, String value) {}
}
