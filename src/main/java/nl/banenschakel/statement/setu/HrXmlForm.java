package nl.banenschakel.statement.setu;

import static nl.banenschakel.statement.setu.form.FormElement.element;

import java.util.regex.Pattern;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.statement.setu.form.FormElement;
import nl.banenschakel.statement.setu.form.Value;

/**
 * The message TimeCard of SETU 1.4: HR-XML of 15 April 2007, less what SETU's business rules
 * (1.4.2) do not allow. What its rules miss by a misspelled path is allowed, as it is by them.
 */
final class HrXmlForm {
  /** The namespace of HR-XML. */
  static final String NAMESPACE = "http://ns.hr-xml.org/2007-04-15";

  /** Time intervals, expenses, and allowances. */
  static final int LINES_MAX = 5_000;

  private static final int MULTIPLIER_MIN = 100;

  private static final Pattern NUMBER_OF_XPATH = Pattern.compile("\\d+(\\.\\d*)?|\\.\\d+");
  private static final Pattern DAY_ASSIGNMENT =
      Pattern.compile("previous|current|next|\\d{4}-\\d{2}-\\d{2}");

  private static final Value TEXT = HrXmlParts.TEXT;
  private static final Value MOMENT = Value.collapsed(StatedMoment::requireOfHrXml);
  private static final Value AMOUNT = HrXmlParts.AMOUNT;
  private static final Value MULTIPLIER = Value.collapsed(HrXmlForm::requireMultiplier);

  static final FormElement ROOT = root();

  private HrXmlForm() {}

  private static FormElement root() {
    return element(
            "TimeCard",
            HrXmlParts.ownedId(HrXmlParts.ID),
            element(
                "ReportedResource",
                element(
                    "Person", HrXmlParts.ownedId(HrXmlParts.ID), HrXmlPerson.name().optional())),
            reportedTime(),
            submitter(),
            approval(),
            HrXmlParts.additionalData(),
            HrXmlParts.userArea())
        .with(HrXmlParts.language());
  }

  private static FormElement reportedTime() {
    return element(
            "ReportedTime",
            element("PeriodStartDate", MOMENT),
            element("PeriodEndDate", MOMENT),
            element("ReportedPersonAssignment", HrXmlParts.entityId("Id", TEXT).optional())
                .optional())
        .thenInTurns(
            interval().times(0, LINES_MAX),
            expense().times(0, LINES_MAX),
            allowance(allowanceId(), HrXmlCodes.ALLOWANCE).times(0, LINES_MAX))
        .then(HrXmlParts.additionalData(), approval(), submitter())
        .with(element("status", HrXmlCodes.STATUS).optional());
  }

  private static FormElement interval() {
    return element(
            "TimeInterval",
            HrXmlParts.ownedId(HrXmlParts.ID_OR_NONE).optional(),
            element("StartDateTime", MOMENT),
            element("EndDateTime", MOMENT).optional(),
            element("Duration", Value.collapsed(HrXmlForm::requireHours)).optional(),
            element(
                    "PieceWork",
                    element(
                        "Piece",
                        HrXmlParts.entityId("Id", TEXT).optional(),
                        element("PieceValue", TEXT)),
                    element("Quantity", AMOUNT).with(element("unitOfMeasure", TEXT).optional()))
                .any(),
            rate().any(),
            allowance(HrXmlParts.entityId("Id", TEXT), TEXT).any())
        .then(remarks())
        .with(
            element("type", HrXmlCodes.HOUR_TYPE),
            element("dayAssignment", Value.collapsed(HrXmlForm::requireDayAssignment)).optional())
        .with(marks());
  }

  private static FormElement rate() {
    return element("RateOrAmount", AMOUNT)
        .with(
            element("currency", HrXmlParts.currency()),
            element("type", HrXmlCodes.RATE),
            element("period", TEXT).optional(),
            element("multiplier", MULTIPLIER),
            element("toBeBilled", Value.flag()).optional(),
            element("toBePaid", Value.flag()).optional());
  }

  private static FormElement expense() {
    return element(
            "Expense",
            HrXmlParts.entityId("Id", TEXT).optional(),
            element("ExpenseDate", MOMENT),
            element("ExpenseAmount", AMOUNT).with(element("currency", HrXmlParts.currency())))
        .then(remarks())
        .with(element("type", TEXT))
        .with(marks());
  }

  private static FormElement allowance(FormElement id, Value type) {
    return element(
            "Allowance",
            id.optional(),
            element("StartDate", MOMENT).optional(),
            element("EndDate", MOMENT).optional(),
            element("Amount", AMOUNT).with(element("currency", HrXmlParts.currency())).optional(),
            element("Quantity", AMOUNT).optional())
        .then(remarks())
        .with(element("type", type))
        .with(marks());
  }

  private static FormElement allowanceId() {
    return HrXmlParts.entityId(
        element(
            "Id",
            element("IdValue", HrXmlParts.ID)
                .with(element("name", HrXmlCodes.EXPENSE_OR_ALLOWANCE))),
        element("idOwner", HrXmlCodes.OWNER));
  }

  private static FormElement[] remarks() {
    return new FormElement[] {
      HrXmlParts.additionalData(),
      approval(),
      submitter(),
      element("Comment", TEXT).with(HrXmlParts.language()).any()
    };
  }

  private static FormElement[] marks() {
    return new FormElement[] {
      element("billable", Value.flag()).optional(),
      element("actionCode", HrXmlCodes.ACTION).optional()
    };
  }

  private static FormElement approval() {
    return element(
            "ApprovalInfo",
            HrXmlPerson.person(),
            element("ApprovedDateTime", MOMENT),
            element("Comment", TEXT).with(HrXmlParts.language()).any())
        .with(element("approverType", TEXT).optional())
        .any();
  }

  private static FormElement submitter() {
    return element(
            "SubmitterInfo",
            HrXmlPerson.person().optional(),
            element("Source", TEXT).optional(),
            element("SubmittedDateTime", MOMENT))
        .optional();
  }

  private static void requireHours(String text) {
    var unused = StatedHours.total(text);
  }

  private static void requireDayAssignment(String text) {
    if (!DAY_ASSIGNMENT.matcher(text).matches()) {
      throw new Malformed("DAY_ASSIGNMENT_FORM", "Expected a day, or previous, current or next.");
    }
    if (Character.isDigit(text.charAt(0))) {
      var unused = StatedMoment.parse(text);
    }
  }

  private static void requireMultiplier(String text) {
    if (!NUMBER_OF_XPATH.matcher(text).matches() || Double.parseDouble(text) < MULTIPLIER_MIN) {
      throw new Malformed("NUMBER_RANGE", "Expected a percentage of 100 or more.");
    }
  }
}
