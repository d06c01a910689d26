package nl.banenschakel.relation;

import java.time.LocalDate;
import java.util.Optional;
import nl.banenschakel.kernel.Days;
import nl.banenschakel.platform.json.Fields;

/**
 * That a lender is admitted, as somebody looked it up.
 *
 * @param number in the public register of admitted lenders; 1 to 50 characters
 * @param document what shows it, such as an extract and its date; 1 to 200 characters
 * @param validUntil inclusive, not before the day on which it was looked up
 */
record AdmissionDraft(
    String number, String document, LocalDate checkedOn, Optional<LocalDate> validUntil) {
  private static final int NUMBER_MAX = 50;
  private static final int DOCUMENT_MAX = 200;

  /** Reads a body, or fails with every mistake. */
  static AdmissionDraft parse(Fields in) {
    var number = in.required("number", Fields.text(NUMBER_MAX));
    var document = in.required("document", Fields.text(DOCUMENT_MAX));
    var checkedOn = in.required("checkedOn", Days::parse);
    var validUntil = in.optional("validUntil", Days::parse);
    if (checkedOn.optional().isPresent()
        && validUntil.optional().filter(last -> last.isBefore(checkedOn.get())).isPresent()) {
      in.refuse("validUntil", "DATE_ORDER", "The last day lies before the day it was looked up.");
    }
    return in.build(
        () ->
            new AdmissionDraft(
                number.get(), document.get(), checkedOn.get(), validUntil.optional()));
  }
}
