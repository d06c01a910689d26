package nl.banenschakel.statement.setu;

import static nl.banenschakel.statement.setu.form.FormElement.element;

import java.util.Set;
import nl.banenschakel.statement.setu.form.FormElement;
import nl.banenschakel.statement.setu.form.Value;

/** People in HR-XML. Their names are read past and not kept. */
final class HrXmlPerson {
  /** From when or until when an id holds. */
  static final Value VALIDITY = Value.collapsed(HrXmlPerson::requireValidity);

  private static final Set<String> NO_MOMENT = Set.of("notKnown", "notApplicable");
  private static final Value TEXT = HrXmlParts.TEXT;

  private HrXmlPerson() {}

  /** Somebody who approved or sent something. */
  static FormElement person() {
    return element("Person", HrXmlParts.entityId("Id", TEXT).optional(), name().optional());
  }

  /** SETU's business rule PersonName.1: one that is whole must be there. */
  static FormElement name() {
    return element("PersonName", element("FormattedName", Value.name(1_000)))
        .then(parts())
        .then(
            element("AlternateScript", element("FormattedName", TEXT).optional())
                .then(parts())
                .with(script())
                .any())
        .with(script());
  }

  private static FormElement[] parts() {
    return new FormElement[] {
      element("LegalName", TEXT).optional(),
      element("GivenName", TEXT).any(),
      element("PreferredGivenName", TEXT).optional(),
      element("MiddleName", TEXT).optional(),
      element("FamilyName", TEXT)
          .with(
              element("primary", Value.oneOf("true", "false", "undefined")).optional(),
              element("prefix", TEXT).optional())
          .any(),
      element("Affix", TEXT)
          .with(
              element(
                  "type",
                  Value.oneOf("aristocraticTitle", "formOfAddress", "generation", "qualification")))
          .any()
    };
  }

  private static FormElement script() {
    return element("script", TEXT).optional();
  }

  private static void requireValidity(String text) {
    if (!NO_MOMENT.contains(text)) {
      StatedMoment.requireOfHrXml(text);
    }
  }
}
