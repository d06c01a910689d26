package nl.banenschakel.report.evidence;

import java.util.Locale;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Malformed;

/** Which income relationships a figure is made of. */
public enum RowKind {
  /** Those of whose verloonde uren the figure of everybody is made. */
  COUNTED,
  /** Those of the Wsw, which are kept apart. */
  WSW,
  /** Every kind of income, as control totals have it. */
  ALL;

  /** The name in the contract. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the name in the contract.
   *
   * @throws Malformed for another
   */
  public static RowKind parse(String text) {
    return Stream.of(values())
        .filter(kind -> kind.text().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new Malformed("ROW_KIND_UNKNOWN", "Rows are of kind counted, wsw or all."));
  }
}
