package nl.banenschakel.employment.column;

import java.util.List;
import java.util.Map;
import nl.banenschakel.platform.intake.column.ReadyMadeMapping;

/**
 * Exports of contracts that are common in the Netherlands. Their mappings name heads too that mean
 * something else in another file, such as {@code Code} or {@code Uren}.
 */
final class CommonExports {
  private static final List<String> IGNORED =
      List.of(
          "Naam",
          "Roepnaam",
          "Voorletters",
          "Voornaam",
          "Tussenvoegsel",
          "Achternaam",
          "Geboortedatum",
          "Geslacht",
          "Functie",
          "E-mail",
          "Opmerking");

  /** Named by their heads. */
  static final List<ReadyMadeMapping> ALL =
      List.of(
          of(
              "medewerker-datum-in-dienst-uren-pw",
              Map.of(
                  "personnelNumber", "Medewerker",
                  "bsn", "BSN",
                  "startDate", "Datum in dienst",
                  "endDate", "Datum uit dienst",
                  "contractHoursPerWeek", "Uren p.w.",
                  "contractNumber", "Dienstverband",
                  "department", "Afdeling",
                  "costCentre", "Kostenplaats")),
          of(
              "werknemer-begin-contract-contracturen",
              Map.of(
                  "personnelNumber", "Werknemer",
                  "bsn", "Sofinummer",
                  "startDate", "Begin contract",
                  "endDate", "Eind contract",
                  "contractHoursPerWeek", "Contracturen",
                  "contractNumber", "Volgnr",
                  "department", "Organisatie-eenheid",
                  "costCentre", "Kpl")),
          of(
              "persnr-ikv-aanvang-ikv",
              Map.of(
                  "personnelNumber", "Persnr",
                  "bsn", "Burgerservicenummer",
                  "startDate", "Aanvang IKV",
                  "endDate", "Einde IKV",
                  "contractHoursPerWeek", "Uren contract p/w",
                  "contractNumber", "IKV",
                  "department", "OE",
                  "costCentre", "Kostendrager")),
          of(
              "code-ingang-uren-brin",
              Map.of(
                  "personnelNumber", "Code",
                  "bsn", "BSN nummer",
                  "startDate", "Ingang aanstelling",
                  "endDate", "Einde aanstelling",
                  "contractHoursPerWeek", "Uren aanstelling",
                  "contractNumber", "Aanstelling",
                  "school", "Instelling",
                  "department", "Team")),
          of(
              "employee-hire-date-scheduled-hours",
              Map.of(
                  "personnelNumber", "Employee",
                  "bsn", "National ID",
                  "startDate", "Hire date",
                  "endDate", "Last day worked",
                  "contractHoursPerWeek", "Scheduled hours",
                  "contractNumber", "Assignment",
                  "department", "Business unit",
                  "costCentre", "Cost center")));

  private CommonExports() {}

  private static ReadyMadeMapping of(String name, Map<String, String> heads) {
    return new ReadyMadeMapping(name, heads, IGNORED);
  }
}
