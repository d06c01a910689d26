package nl.banenschakel.employment;

import static nl.banenschakel.platform.stream.csv.CsvColumn.optional;
import static nl.banenschakel.platform.stream.csv.CsvColumn.required;

import nl.banenschakel.kernel.Grondslag;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.csv.CsvColumn;
import nl.banenschakel.platform.stream.csv.CsvHeader;

/**
 * Where the columns of a contracts file are. Names are those of the usual HR packages' exports,
 * Dutch and English. Any other column is dropped unread; one for the ground of a registration is
 * refused.
 */
record ContractColumns(
    int personnelNumber,
    int bsn,
    int startDate,
    int endDate,
    int hoursPerWeek,
    int expected,
    int contractNumber,
    int department,
    int costCentre) {

  private static final CsvColumn PERSONNEL_NUMBER =
      required(
          "Personeelsnummer",
          "Personeelsnr, Pers.nr, Persnummer, Personeelscode, Personeels-ID, "
              + "Medewerkernummer, Medewerkersnummer, Medewerkernr, Medewerkercode, "
              + "Medewerker-ID, Werknemernummer, Werknemersnummer, Werknemernr, Werknemercode, "
              + "Werknemer-ID, Nummer medewerker, Nummer werknemer, Stamnummer, "
              + "Registratienummer, Personnel number, Personnel no, Personnel ID, "
              + "Employee number, Employee no, Employee nr, Employee ID, Employee code, "
              + "Staff number, Staff ID, Payroll number");
  private static final CsvColumn BSN =
      required(
          "BSN",
          "BSN-nummer, BSN nr, Burgerservicenummer, Burgerservicenr, Sofinummer, Sofi-nr, "
              + "BSN/Sofinummer, Sofi/BSN, BSN medewerker, BSN werknemer, "
              + "Citizen service number, Social security number, National ID, "
              + "National identification number");
  private static final CsvColumn START_DATE =
      required(
          "Begindatum",
          "Startdatum, Ingangsdatum, Aanvangsdatum, Datum ingang, Datum begin, Begin, "
              + "Begindatum contract, Startdatum contract, Ingangsdatum contract, "
              + "Aanvangsdatum contract, Contract begindatum, Contract startdatum, "
              + "Contract ingangsdatum, Begin contract, Begindatum dienstverband, "
              + "Startdatum dienstverband, Ingangsdatum dienstverband, Datum in dienst, "
              + "In dienst, In dienst datum, In dienst per, In dienst sinds, "
              + "Datum indiensttreding, Indiensttreding, Geldig vanaf, Start date, Begin date, "
              + "Start, Contract start date, Contract start, Contract begin date, "
              + "Start date contract, Hire date, Date of hire, Employment start date, "
              + "Valid from, Effective date");
  private static final CsvColumn END_DATE =
      optional(
          "Einddatum",
          "Datum einde, Datum eind, Einde, Einddatum contract, Contract einddatum, "
              + "Einde contract, Contract einde, Einddatum dienstverband, Einde dienstverband, "
              + "Datum uit dienst, Uit dienst, Uit dienst datum, Uit dienst per, "
              + "Datum uitdiensttreding, Uitdiensttreding, Geldig tot en met, Geldig t/m, "
              + "Tot en met, T/m, End date, End, Contract end date, Contract end, "
              + "End date contract, Termination date, Employment end date, Valid until, "
              + "Valid through");
  private static final CsvColumn HOURS_PER_WEEK =
      required(
          "Uren per week",
          "Uren/week, Uren p/w, Uren pw, Uur per week, Weekuren, Uren, Contracturen, "
              + "Contracturen per week, Contracturen/week, Contract uren p/w, Aantal uren, "
              + "Aantal uren per week, Gemiddeld aantal uren per week, "
              + "Gem. aantal uren per week, Gemiddelde uren per week, Uren per week contract, "
              + "Arbeidsduur, Arbeidsduur per week, Overeengekomen uren per week, "
              + "Werkuren per week, Dienstverband uren, Hours per week, Hours/week, "
              + "Weekly hours, Contract hours, Contract hours per week, Contracted hours, "
              + "Contracted hours per week, Working hours per week, Hours");
  private static final CsvColumn EXPECTED =
      optional(
          "Doelgroep verwacht",
          "Verwacht, Verwacht in register, Verwacht in doelgroepregister, "
              + "Verwacht doelgroepregister, Doelgroepregister verwacht, Doelgroepregister, "
              + "In doelgroepregister, Doelgroep, Doelgroep banenafspraak, Banenafspraak, "
              + "Valt onder banenafspraak, Indicatie banenafspraak, Indicatie doelgroepregister, "
              + "Expected registered, Expected in register, Expected, Register expected, "
              + "Target group, Target group expected");
  private static final CsvColumn CONTRACT_NUMBER =
      optional(
          "Contractnummer",
          "Contractnr, Contract-ID, Contractcode, Nummer contract, Contractreferentie, "
              + "Contract number, Contract no, Contract reference");
  private static final CsvColumn DEPARTMENT =
      optional(
          "Afdeling",
          "Organisatorische eenheid, Org. eenheid, Department, Organisational unit, "
              + "Organizational unit");
  private static final CsvColumn COST_CENTRE =
      optional(
          "Kostenplaats",
          "Kostenplaatscode, Kostenplaatsnummer, Kpl, Cost centre, Cost center, "
              + "Cost centre code, Cost center code");

  /** Finds them in the first row; what is missing, double or refused is added to the mistakes. */
  static ContractColumns of(CsvHeader header, Mistakes mistakes) {
    var columns =
        new ContractColumns(
            header.position(PERSONNEL_NUMBER, mistakes),
            header.position(BSN, mistakes),
            header.position(START_DATE, mistakes),
            header.position(END_DATE, mistakes),
            header.position(HOURS_PER_WEEK, mistakes),
            header.position(EXPECTED, mistakes),
            header.position(CONTRACT_NUMBER, mistakes),
            header.position(DEPARTMENT, mistakes),
            header.position(COST_CENTRE, mistakes));
    for (int ground : header.positions(Grondslag::isNamedBy)) {
      mistakes.add(
          header.at(ground),
          "GROUND_COLUMN",
          "This column is about why somebody is registered. That may not be taken in: leave it out.");
    }
    return columns;
  }
}
