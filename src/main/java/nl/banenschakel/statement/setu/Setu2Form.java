package nl.banenschakel.statement.setu;

import static nl.banenschakel.statement.setu.form.FormElement.element;

import nl.banenschakel.statement.setu.form.FormElement;
import nl.banenschakel.statement.setu.form.Value;

/**
 * The message Timecard of SETU 2.0 (17 December 2024): every element there is, in the order of its
 * XML. The standard has no lengths; these limits are the gateway's.
 */
final class Setu2Form {
  /** The namespace of its XML. */
  static final String NAMESPACE = "https://ontology.setu.nl/messages";

  /** Time intervals, and allowances. */
  static final int LINES_MAX = 5_000;

  private static final int ID_MAX = 100;
  private static final int TEXT_MAX = 1_000;
  private static final int CONTENT_MAX = 60_000;

  private static final Value TEXT = Value.text(TEXT_MAX);
  private static final Value EITHER = Value.oneOf("Customer", "Supplier");

  static final FormElement ROOT =
      element(
          "Timecard",
          id("documentId", EITHER),
          party("supplier", element("schemeAgencyId", Value.oneOf("KvK"))).optional(),
          party("customer", element("schemeAgencyId", Value.oneOf("KvK")).optional())
              .then(contact().any())
              .optional(),
          coded("department"),
          coded("costCenter"),
          coded("project"),
          element("referenceNumber", TEXT).optional(),
          element("purchaseOrderNumber", Value.text(ID_MAX)).optional(),
          element(
              "person",
              id("id", EITHER).times(1, 2),
              element("name", element("formattedName", TEXT)).optional()),
          element(
              "period",
              element("datePeriod", element("start", Value.day()), element("end", Value.day()))),
          element("staffingIds", id("assignmentId", Value.oneOf("Supplier")).optional()).optional(),
          interval().times(0, LINES_MAX),
          allowance().times(0, LINES_MAX),
          element("customerSpecificRequirements", TEXT).optional());

  private Setu2Form() {}

  private static FormElement id(String name, Value scheme) {
    return element(name, element("value", Value.name(ID_MAX)), element("schemeAgencyId", scheme));
  }

  private static FormElement party(String name, FormElement schemeOfEstablishment) {
    return element(
        name,
        partyId().times(0, 2),
        legal("legalId", Value.oneOf("KvK", "OIN", "RSIN")).optional(),
        legal("taxId", Value.oneOf("BTW")).optional(),
        element(
                "establishment",
                element("responsibilityCode", element("value", TEXT)),
                partyId().times(0, 2),
                element("legalId", legalValue(), schemeOfEstablishment).optional())
            .optional());
  }

  private static FormElement partyId() {
    return element("id", element("value", TEXT), element("schemeAgencyId", EITHER));
  }

  private static FormElement legal(String name, Value scheme) {
    return element(name, legalValue(), element("schemeAgencyId", scheme));
  }

  private static FormElement legalValue() {
    return element("value", Value.organisationNumber(TEXT_MAX));
  }

  private static FormElement contact() {
    return element(
        "personContacts",
        element("name", element("formattedName", TEXT)),
        element(
                "communication",
                element("phone", element("formattedNumber", TEXT)).any(),
                element(
                        "email",
                        element("address", TEXT),
                        element("useCode", Value.oneOf("Business", "Private")).optional())
                    .any())
            .optional(),
        element("roleCode", TEXT).optional());
  }

  private static FormElement coded(String name) {
    return element(name, element("name", TEXT).optional(), element("code", TEXT)).optional();
  }

  private static FormElement interval() {
    return element(
        "timeInterval",
        id("id", EITHER),
        coded("department"),
        coded("costCenter"),
        coded("project"),
        element("referenceNumber", TEXT).optional(),
        element("purchaseOrderLineItem", TEXT).optional(),
        element("typeCode", element("value", Value.name(ID_MAX))),
        element(
            "period",
            element("dateTimePeriod", element("start", TEXT), element("end", TEXT).optional())),
        element("timeTotal", TEXT).optional(),
        element(
                "payRates",
                amount(),
                element(
                    "intervalCode",
                    element(
                        "value",
                        Value.oneOf(
                            "FourWeekly",
                            "HourlyConsolidated",
                            "HourlySplit",
                            "Monthly",
                            "Weekly"))),
                element("multiplier", Value.number()),
                element("toBeBilled", Value.flag()),
                element("toBePaid", Value.flag()))
            .times(0, 2),
        element("dayAssignment", Value.day()).optional(),
        element("homeOfficeIndicator", Value.oneOf("Home", "Office")).optional(),
        element("customerSpecificRequirements", TEXT).optional());
  }

  private static FormElement allowance() {
    return element(
        "allowance",
        element("comment", element("note", TEXT)).optional(),
        id("id", EITHER),
        coded("department"),
        coded("costCenter"),
        coded("project"),
        element("referenceNumber", TEXT).optional(),
        element("purchaseOrderLineItem", TEXT).optional(),
        element("typeCode", element("value", TEXT)),
        element(
                "period",
                element(
                        "datePeriod",
                        element("start", Value.day()),
                        element("end", Value.day()).optional())
                    .optional())
            .optional(),
        element(
                "payRates",
                amount(),
                element("toBeBilled", Value.flag()),
                element("toBePaid", Value.flag()))
            .times(0, 2),
        element("quantity", element("value", Value.number())).optional(),
        element(
                "attachment",
                element(
                        "content",
                        element("value", Value.text(CONTENT_MAX)),
                        element("mimeType", TEXT))
                    .optional(),
                element("url", TEXT).optional())
            .optional(),
        element("customerSpecificRequirements", TEXT).optional());
  }

  private static FormElement amount() {
    return element(
        "amount", element("value", Value.number()), element("currency", element("value", TEXT)));
  }
}
