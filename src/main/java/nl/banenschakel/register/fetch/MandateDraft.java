package nl.banenschakel.register.fetch;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.json.Fields;

/**
 * A mandate as it is to be put on record.
 *
 * @param holder 1 to 200 characters without a BSN
 * @param covers at least one
 * @param lastDay inclusive, not before the first
 */
record MandateDraft(
    Loonheffingennummer number,
    String holder,
    Set<Mandate.Coverage> covers,
    LocalDate firstDay,
    LocalDate lastDay) {
  private static final int HOLDER_MAX = 200;

  /** Reads a body, or fails with every mistake. */
  static MandateDraft parse(Fields in) {
    var number = in.required("loonheffingennummer", Loonheffingennummer::parse);
    var holder = in.required("holder", Fields.text(HOLDER_MAX));
    var covers = in.values("covers", 1, Mandate.Coverage.values().length, Mandate.Coverage::parse);
    var firstDay = in.required("firstDay", Days::parse);
    var lastDay = in.required("lastDay", Days::parse);
    if (firstDay.optional().isPresent()
        && lastDay.optional().filter(last -> last.isBefore(firstDay.get())).isPresent()) {
      in.refuse("lastDay", "DATE_ORDER", "The last day lies before the first one.");
    }
    return in.build(
        () ->
            new MandateDraft(
                number.get(),
                holder.get(),
                EnumSet.copyOf(covers.get()),
                firstDay.get(),
                lastDay.get()));
  }
}
