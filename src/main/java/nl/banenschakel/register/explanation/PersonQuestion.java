package nl.banenschakel.register.explanation;

import java.time.LocalDate;
import java.time.ZoneId;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.register.EvidenceDraft;

/**
 * About whom it is asked.
 *
 * @param number on whose list the person lacks
 * @param day on which the person works there
 */
record PersonQuestion(Loonheffingennummer number, Bsn bsn, LocalDate day) {
  private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

  static PersonQuestion parse(Fields in) {
    var number = in.required("loonheffingennummer", Loonheffingennummer::parse);
    var bsn = in.required("bsn", Bsn::parse);
    var day = in.optional("day", EvidenceDraft::day);
    return in.build(
        () ->
            new PersonQuestion(
                number.get(),
                bsn.get(),
                day.optional().orElseGet(() -> LocalDate.now(NETHERLANDS))));
  }
}
