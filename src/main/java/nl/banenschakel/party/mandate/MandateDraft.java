package nl.banenschakel.party.mandate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.json.Fields;

/**
 * A mandate to be given.
 *
 * @param representative which is to act; it tells its id
 * @param name what the giver calls it; 1 to 200 characters
 * @param roles at least one; never that of who gives mandates, so that none is passed on
 * @param lastDay inclusive, not before the first
 */
record MandateDraft(
    UUID representative, String name, List<Role> roles, LocalDate firstDay, LocalDate lastDay) {
  private static final int NAME_MAX = 200;

  /** Reads a body, or fails with every mistake. */
  static MandateDraft parse(Fields in) {
    var representative = in.required("representative", UUID::fromString);
    var name = in.required("representativeName", Fields.text(NAME_MAX));
    var roles = in.values("roles", 1, Role.values().length, MandateDraft::role);
    var firstDay = in.required("firstDay", Days::parse);
    var lastDay = in.required("lastDay", Days::parse);
    if (firstDay.optional().isPresent()
        && lastDay.optional().filter(last -> last.isBefore(firstDay.get())).isPresent()) {
      in.refuse("lastDay", "DATE_ORDER", "The last day lies before the first one.");
    }
    return in.build(
        () ->
            new MandateDraft(
                representative.get(),
                name.get(),
                roles.get().stream().distinct().sorted().toList(),
                firstDay.get(),
                lastDay.get()));
  }

  private static Role role(String label) {
    return Role.named(label)
        .filter(role -> role != Role.ADMIN)
        .orElseThrow(
            () ->
                new Malformed(
                    "ROLE_UNKNOWN",
                    "Expected hr, payroll, lender, supplier, finance, reviewer or privacy."));
  }
}
