package nl.banenschakel.employment.column;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.banenschakel.platform.stream.table.ColumnMapping;

/**
 * Mappings for exports that are common in the Netherlands, named by their heads: a package's name
 * would say nothing, since most let the user choose the columns. They name heads too that mean
 * something else in another file, such as {@code Code} or {@code Uren}.
 *
 * @param name what it is asked for by
 */
record ReadyMadeMapping(String name, ColumnMappingDraft draft) {
  private static final String IGNORED =
      "Naam, Roepnaam, Voorletters, Voornaam, Tussenvoegsel, Achternaam, Geboortedatum, Geslacht, "
          + "Functie, E-mail, Opmerking";

  private static final List<ReadyMadeMapping> ALL =
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

  static List<ReadyMadeMapping> all() {
    return ALL;
  }

  static Optional<ReadyMadeMapping> named(String name) {
    return ALL.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  private static ReadyMadeMapping of(String name, Map<String, String> heads) {
    var fields =
        new TreeMap<>(heads)
            .entrySet().stream()
                .map(it -> new ColumnMappingDraft.Column(it.getValue(), it.getKey()));
    var ignored =
        Arrays.stream(IGNORED.split(", "))
            .map(head -> new ColumnMappingDraft.Column(head, ColumnMapping.IGNORE));
    return new ReadyMadeMapping(
        name, new ColumnMappingDraft(Stream.concat(fields, ignored).toList()));
  }
}
