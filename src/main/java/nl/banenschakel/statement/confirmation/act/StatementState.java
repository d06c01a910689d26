package nl.banenschakel.statement.confirmation.act;

import java.util.Collection;
import java.util.Locale;
import nl.banenschakel.statement.confirmation.act.LineState.Side;

/** As what a statement stands between the two: it follows from its lines. */
public enum StatementState {
  /** A line waits for the receiver. */
  OPEN,
  /** None does, and one waits for the sender. */
  DISPUTED,
  /** Both agree on all hours, or silence did; also where there are none. */
  CONFIRMED;

  /** Of all lines that are to be answered. */
  static StatementState of(Collection<LineState> lines) {
    return of(
        lines.stream().anyMatch(line -> line.waitsFor() == Side.RECEIVER),
        lines.stream().anyMatch(line -> line.waitsFor() == Side.SENDER));
  }

  /** By whether a line waits for one and for the other. */
  public static StatementState of(boolean forReceiver, boolean forSender) {
    if (forReceiver) {
      return OPEN;
    }
    return forSender ? DISPUTED : CONFIRMED;
  }

  /** As the contract writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
