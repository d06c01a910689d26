package nl.banenschakel.register.check;

import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.platform.json.Fields;

/**
 * A question about one person that leaves nothing behind.
 *
 * @param number of the employer that asks
 * @param bsn held in memory only
 */
record CheckDraft(Loonheffingennummer number, Bsn bsn) {
  private static final String CANDIDATE = "candidate";

  /** Reads a body, or fails with every mistake. */
  static CheckDraft parse(Fields in) {
    var number = in.required("loonheffingennummer", Loonheffingennummer::parse);
    var purpose = in.required("purpose", CheckDraft::purpose);
    var bsn = in.required("bsn", Bsn::parse);
    return in.build(
        () -> {
          var unused = purpose.get();
          return new CheckDraft(number.get(), bsn.get());
        });
  }

  /** UWV tells of those who work here and of those who may come to (Wfsv 38d, paragraph 7). */
  private static String purpose(String text) {
    if (!text.equals(CANDIDATE)) {
      throw new Malformed(
          "PURPOSE_NOT_TAKEN",
          "Expected candidate: an answer about somebody who works here is evidence, and is kept.");
    }
    return text;
  }
}
