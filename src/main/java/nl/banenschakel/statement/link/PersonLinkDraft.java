package nl.banenschakel.statement.link;

import java.time.LocalDate;
import nl.banenschakel.kernel.Bsn;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.statement.sent.Reference;

/**
 * A link to make.
 *
 * @param reference the sender's own name for the person; 1 to 100 characters
 * @param firstDay from which on the reference means the person
 */
record PersonLinkDraft(String reference, Bsn bsn, LegalGround ground, LocalDate firstDay) {
  /** Reads a body, or fails with every mistake. */
  static PersonLinkDraft parse(Fields in) {
    var reference = in.required("reference", Fields.text(Reference.VALUE_MAX));
    var bsn = in.required("bsn", Bsn::parse);
    var ground = in.required("legalGround", LegalGround::parse);
    var firstDay = in.required("firstDay", Days::parse);
    return in.build(
        () -> new PersonLinkDraft(reference.get(), bsn.get(), ground.get(), firstDay.get()));
  }
}
