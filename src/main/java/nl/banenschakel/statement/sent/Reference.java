package nl.banenschakel.statement.sent;

/**
 * What somebody calls a thing: a document, a person, an assignment.
 *
 * @param owner who calls it so
 * @param value 1 to 100 characters; never a BSN
 */
public record Reference(Owner owner, String value) {
  /** Characters of a name, at most. */
  public static final int VALUE_MAX = 100;

  /** Whose name for it this is. */
  public enum Owner {
    /** Of who hires or buys (SETU 2.0 {@code Customer}, 1.4 {@code StaffingCustomer}). */
    RECEIVER,
    /** Of who lends or supplies (SETU 2.0 {@code Supplier}, 1.4 {@code StaffingCompany}). */
    PROVIDER
  }
}
