package nl.banenschakel.party;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;

/**
 * An organisation: a tenant of the gateway.
 *
 * @param id names it in tokens and in the header {@code Organisation-Id}
 * @param name as its own people know it
 * @param kinds what it is to others; several at once are normal
 * @param numbers its loonheffingennummers
 * @param createdAt when it was made here
 */
public record Organisation(
    UUID id,
    String name,
    List<Kind> kinds,
    List<Loonheffingennummer> numbers,
    OffsetDateTime createdAt) {

  /** What an organisation is to others (DOMAIN 1). */
  public enum Kind {
    /** Has staff on its own payroll. */
    EMPLOYER,
    /** Lends its staff to a hirer. */
    LENDER,
    /** Sells services or works that its own staff helps deliver. */
    SUPPLIER
  }
}
