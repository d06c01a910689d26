package nl.banenschakel.register.fetch;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;
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
  private static final int YEAR_MIN = 2013;
  private static final int YEAR_MAX = 2099;

  /** Reads a body, or fails with every mistake. */
  static MandateDraft parse(Fields in) {
    var number = in.required("loonheffingennummer", Loonheffingennummer::parse);
    var holder = in.required("holder", Fields.text(HOLDER_MAX));
    var covers = in.values("covers", 1, Mandate.Coverage.values().length, Mandate.Coverage::parse);
    var firstDay = in.required("firstDay", MandateDraft::day);
    var lastDay = in.required("lastDay", MandateDraft::day);
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

  private static LocalDate day(String text) {
    var day = LocalDate.parse(text);
    if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
      throw new Malformed(
          "DATE_YEAR", "Expected a year from %d to %d.".formatted(YEAR_MIN, YEAR_MAX));
    }
    return day;
  }
}
