package nl.banenschakel.register.explanation;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.register.EvidenceDraft;

/**
 * About whom it is asked.
 *
 * @param number on whose list the person lacks
 * @param day on which the person works there, or will: until the end of next year
 */
record PersonQuestion(Loonheffingennummer number, Bsn bsn, LocalDate day) {

  static PersonQuestion parse(Fields in) {
    var number = in.required("loonheffingennummer", Loonheffingennummer::parse);
    var bsn = in.required("bsn", Bsn::parse);
    var today = LocalDate.now(Netherlands.ZONE);
    var last = today.plusYears(1).with(TemporalAdjusters.lastDayOfYear());
    var day = in.optional("day", text -> EvidenceDraft.day(text, last));
    return in.build(
        () -> new PersonQuestion(number.get(), bsn.get(), day.optional().orElse(today)));
  }
}
