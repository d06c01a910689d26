package nl.banenschakel.party;

import java.util.List;
import java.util.Locale;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.json.Fields;

/**
 * An organisation to be made.
 *
 * @param name 1 to 200 characters without a BSN
 * @param kinds at least one
 * @param numbers none for an organisation without a payroll of its own
 */
public record OrganisationDraft(
    String name, List<Organisation.Kind> kinds, List<Loonheffingennummer> numbers) {
  private static final int NAME_MAX = 200;
  private static final int NUMBERS_MAX = 100;

  /** Reads a body, or fails with every mistake. */
  public static OrganisationDraft parse(Fields in) {
    var name = in.required("name", Fields.text(NAME_MAX));
    var kinds = in.values("kinds", 1, Organisation.Kind.values().length, OrganisationDraft::kind);
    var numbers = in.values("loonheffingennummers", 0, NUMBERS_MAX, Loonheffingennummer::parse);
    return in.build(
        () ->
            new OrganisationDraft(
                name.get(),
                kinds.get().stream().distinct().sorted().toList(),
                numbers.get().stream().distinct().toList()));
  }

  private static Organisation.Kind kind(String text) {
    for (var kind : Organisation.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
        return kind;
      }
    }
    throw new Malformed("KIND_UNKNOWN", "Expected employer, lender or supplier.");
  }
}
