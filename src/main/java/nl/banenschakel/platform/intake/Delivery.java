package nl.banenschakel.platform.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;

/**
 * From where something is delivered.
 *
 * @param number the payroll whose figures it may change; empty: those of none
 * @param source what tells one stream of deliveries of a kind from another, such as a
 *     loonheffingennummer and a package's name; the same bytes as the latest accepted delivery of a
 *     source have no second effect
 * @param parameters what was said beside the file, in a fixed order: it belongs to what was
 *     delivered, so the same bytes with other parameters are another delivery
 */
public record Delivery(Optional<Loonheffingennummer> number, String source, String parameters) {
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]{1,40}");

  /** One that may change the figures of a payroll. */
  public Delivery(Loonheffingennummer number, String source, String parameters) {
    this(Optional.of(number), source, parameters);
  }

  /**
   * Reads the name of a system from which files come.
   *
   * @throws Malformed when it has another form, or holds a BSN
   */
  public static String parseSource(String text) {
    if (!SOURCE.matcher(text).matches()) {
      throw new Malformed(
          "SOURCE_FORM", "A source has 1 to 40 characters: a to z, 0 to 9 and hyphens.");
    }
    if (Bsn.occursIn(text)) {
      throw new Malformed(
          "TEXT_HOLDS_BSN", "This name holds a BSN: name the system, not a person.");
    }
    return text;
  }
}
