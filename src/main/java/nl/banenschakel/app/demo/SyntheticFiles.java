package nl.banenschakel.app.demo;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import nl.banenschakel.app.demo.SyntheticPerson.Contract;
import nl.banenschakel.kernel.Tijdvak;

/** People as the files that a portal, an HR package and a payroll package would make of them. */
public final class SyntheticFiles {
  private static final DateTimeFormatter DUTCH = DateTimeFormatter.ofPattern("dd-MM-uuuu");
  private static final String CONTRACTS_HEADER =
      "Personeelsnummer;BSN;Contractnummer;Begindatum;Einddatum;Contracturen per week;Doelgroep verwacht";

  private SyntheticFiles() {}

  /** The register's list: a BSN a line. */
  public static String registerList(Collection<SyntheticPerson> people) {
    return people.stream()
        .filter(SyntheticPerson::listed)
        .map(person -> person.bsn().digits() + "\n")
        .collect(Collectors.joining());
  }

  /** The contracts as Excel saves them here: semicolons, decimal commas, Dutch dates. */
  public static String contracts(Collection<SyntheticPerson> people) {
    var lines = new StringBuilder(CONTRACTS_HEADER).append("\r\n");
    for (var person : people) {
      for (var contract : person.contracts()) {
        lines.append(line(person, contract)).append("\r\n");
      }
    }
    return lines.toString();
  }

  /** A complete return of one month, sent on the twelfth of the next. */
  public static String fullReturn(
      String loonheffingennummer, Tijdvak month, Collection<SyntheticPerson> people) {
    return wageReturn("VolledigeAangifte", loonheffingennummer, month, 12, people);
  }

  /** What was forgotten in the complete return, sent a week later. */
  public static String supplement(
      String loonheffingennummer, Tijdvak month, Collection<SyntheticPerson> people) {
    return wageReturn("AanvullendeAangifte", loonheffingennummer, month, 19, people);
  }

  private static String wageReturn(
      String kind,
      String loonheffingennummer,
      Tijdvak month,
      int sentOnDay,
      Collection<SyntheticPerson> people) {
    var sentAt = month.end().plusDays(sentOnDay).atTime(9, 30);
    var xml = new WageReturnXml(kind, loonheffingennummer, month, sentAt);
    return xml.head() + String.join("", relationships(xml, month, people)) + xml.tail();
  }

  private static List<String> relationships(
      WageReturnXml xml, Tijdvak month, Collection<SyntheticPerson> people) {
    return people.stream()
        .filter(person -> person.paid().containsKey(month))
        .map(
            person ->
                xml.relationship(
                    person.personnelNumber(),
                    person.bsn().digits(),
                    person.paid().getOrDefault(month, 0),
                    person.lkvRequested()))
        .toList();
  }

  private static String line(SyntheticPerson person, Contract contract) {
    return String.join(
        ";",
        person.personnelNumber(),
        person.bsn().digits(),
        contract.number().orElse(""),
        DUTCH.format(contract.start()),
        contract.end().map(DUTCH::format).orElse(""),
        contract.hoursPerWeek().toPlainString().replace('.', ','),
        person.expected() ? "ja" : "nee");
  }
}
