package nl.banenschakel.relation;

import java.time.LocalDate;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.json.Fields;

/**
 * A relation to begin.
 *
 * @param provides whether the one that begins it lends or supplies; else it hires or buys
 * @param counterparty what the other one is called here until it accepts; 1 to 200 characters
 */
record RelationDraft(RelationKind kind, boolean provides, String counterparty, LocalDate firstDay) {
  private static final int NAME_MAX = 200;

  /** Reads a body, or fails with every mistake. */
  static RelationDraft parse(Fields in) {
    var kind = in.required("kind", RelationKind::parse);
    var side = in.required("side", RelationDraft::provides);
    var counterparty = in.required("counterpartyName", Fields.text(NAME_MAX));
    var firstDay = in.required("firstDay", Days::parse);
    return in.build(
        () -> new RelationDraft(kind.get(), side.get(), counterparty.get(), firstDay.get()));
  }

  private static boolean provides(String side) {
    return switch (side) {
      case "provider" -> true;
      case "receiver" -> false;
      default -> throw new Malformed("SIDE_UNKNOWN", "Expected provider or receiver.");
    };
  }
}
