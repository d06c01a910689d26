package nl.banenschakel.employment;

import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;

/**
 * What is said beside a contracts file.
 *
 * @param number the wage-tax number whose contracts it holds
 * @param source which of the employer's systems it comes from: 1 to 40 of a-z, 0-9 and {@code -}
 * @param scope whether it holds all contracts of number and source
 */
public record ContractDelivery(Loonheffingennummer number, String source, Scope scope) {
  /** The source of an employer that has one system. */
  public static final String DEFAULT_SOURCE = "hr";

  /** What a file holds. */
  public enum Scope {
    /** All contracts: what it does not hold any more is closed. */
    FULL,
    /** New and changed contracts: all others stay as they are. */
    CHANGES;

    /**
     * Reads {@code full} or {@code changes}.
     *
     * @throws Malformed when it is another word
     */
    public static Scope parse(String text) {
      return switch (text) {
        case "full" -> FULL;
        case "changes" -> CHANGES;
        default -> throw new Malformed("DELIVERY_UNKNOWN", "Expected full or changes.");
      };
    }
  }
}
