package nl.banenschakel.payroll.total;

import java.util.regex.Pattern;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.json.Fields;

/**
 * A control total to be kept.
 *
 * @param number the payroll it is of
 * @param tijdvak under which a return of its days stands
 * @param source who says so: a source has one total for a tijdvak
 * @param stated what it says
 */
record ControlTotalDraft(
    Loonheffingennummer number, Tijdvak tijdvak, String source, StatedTotal stated) {
  /** Of totals that came with a message: nobody else may speak for it. */
  static final String OF_MESSAGE = "wage-return";

  private static final String DEFAULT_SOURCE = "payroll";
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]{1,40}");

  /** Reads a body, or fails with every mistake. */
  static ControlTotalDraft parse(Fields in) {
    var number = in.required("loonheffingennummer", Loonheffingennummer::parse);
    var tijdvak = in.required("tijdvak", Tijdvak::parse);
    var source = in.optional("source", ControlTotalDraft::source);
    var hours = in.requiredNumber("verloondeUren", StatedTotal::hours);
    var relationships = in.optionalNumber("relationships", StatedTotal::relationships);
    return in.build(
        () ->
            new ControlTotalDraft(
                number.get(),
                tijdvak.get().ofItsDays(),
                source.optional().orElse(DEFAULT_SOURCE),
                new StatedTotal(hours.get(), relationships.optional())));
  }

  private static String source(String text) {
    if (!SOURCE.matcher(text).matches()) {
      throw new Malformed("SOURCE_FORM", "Expected 1 to 40 characters a-z, 0-9 and -.");
    }
    if (Bsn.occursIn(text)) {
      throw new Malformed("TEXT_HOLDS_BSN", "This text holds a BSN: leave it out.");
    }
    if (text.equals(OF_MESSAGE)) {
      throw new Malformed(
          "SOURCE_RESERVED", "So totals are called that came with a wage return: take another.");
    }
    return text;
  }
}
