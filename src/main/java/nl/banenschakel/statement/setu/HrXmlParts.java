package nl.banenschakel.statement.setu;

import static nl.banenschakel.statement.setu.form.FormElement.element;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.statement.setu.form.FormElement;
import nl.banenschakel.statement.setu.form.Value;

/** What HR-XML has in many places: ids, references, texts, amounts. */
final class HrXmlParts {
  private static final int ID_MAX = 100;
  private static final Pattern DOUBLE =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?|-?INF|NaN");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern LANGUAGE = Pattern.compile("([a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*)?");

  static final Value TEXT = Value.text(1_000);
  static final Value ID = Value.name(ID_MAX);
  static final Value ID_OR_NONE = Value.text(ID_MAX);
  static final Value AMOUNT = matching(DOUBLE, "Expected a number.");

  private HrXmlParts() {}

  static FormElement userArea() {
    return FormElement.unread("UserArea").optional();
  }

  static FormElement additionalData() {
    return element(
            "AdditionalData",
            element("StaffingAdditionalData", requirements().optional(), references().optional()))
        .withTextBeside()
        .with(element("type", TEXT).optional())
        .any();
  }

  static FormElement requirements() {
    return element(
        "CustomerReportingRequirements",
        Stream.of(
                "ManagerName",
                "ContactName",
                "PurchaseOrderNumber",
                "DepartmentCode",
                "DepartmentName",
                "CostCenterCode",
                "CostCenterName",
                "ProjectCode",
                "CustomerReferenceNumber",
                "AdditionalRequirement",
                "PurchaseOrderLineItem")
            .map(
                name ->
                    name.equals("AdditionalRequirement")
                        ? element(name, TEXT)
                            .with(element("requirementTitle", TEXT).optional())
                            .any()
                        : element(name, TEXT).optional())
            .toArray(FormElement[]::new));
  }

  static FormElement references() {
    var number = Value.organisationNumber(ID_MAX);
    return element(
        "ReferenceInformation",
        entityId("OrderId", TEXT).any(),
        entityId("PositionId", TEXT).any(),
        entityId("IntermediaryId", TEXT).any(),
        entityId("StaffingSupplierId", number).any(),
        entityId("StaffingCustomerId", number).any(),
        entityId("MasterOrderId", TEXT).any(),
        entityId("HumanResourceId", TEXT).any(),
        entityId("AssignmentId", ID_OR_NONE).any(),
        entityId("DocumentId", TEXT).optional(),
        entityId("StaffingSupplierOrgUnitId", number).any(),
        entityId("StaffingCustomerOrgUnitId", number).any(),
        entityId("InvoiceId", TEXT).any(),
        entityId("BillToEntityId", number).any(),
        entityId("StaffingOrganizationId", number).any(),
        userArea());
  }

  /** An id that says whose it is, and has one value. */
  static FormElement ownedId(Value value) {
    return entityId(
        element("Id", element("IdValue", value).with(element("name", TEXT).optional())),
        element("idOwner", HrXmlCodes.OWNER));
  }

  static FormElement entityId(String name, Value value) {
    return entityId(
        element(
            name,
            element("IdValue", value)
                .with(element("name", TEXT).optional())
                .times(1, FormElement.REPEATED_MAX)),
        element("idOwner", TEXT).optional());
  }

  static FormElement entityId(FormElement id, FormElement owner) {
    return id.with(
        owner,
        element("validFrom", HrXmlPerson.VALIDITY).optional(),
        element("validTo", HrXmlPerson.VALIDITY).optional());
  }

  static FormElement language() {
    return element("xml:lang", matching(LANGUAGE, "Expected a language such as nl.")).optional();
  }

  static Value currency() {
    return Value.like(CURRENCY, "VALUE_FORM", "Expected a currency such as EUR.");
  }

  private static Value matching(Pattern form, String expected) {
    return Value.collapsed(
        text -> {
          if (!form.matcher(text).matches()) {
            throw new Malformed("VALUE_FORM", expected);
          }
        });
  }
}
