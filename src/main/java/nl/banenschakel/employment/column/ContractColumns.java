package nl.banenschakel.employment.column;

import static nl.banenschakel.platform.stream.table.TableColumn.optional;
import static nl.banenschakel.platform.stream.table.TableColumn.required;

import java.util.List;
import nl.banenschakel.person.BsnColumn;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.table.TableColumn;
import nl.banenschakel.platform.stream.table.TableHeader;

/**
 * Where the columns of a contracts file are. Names are those of the usual HR packages' exports,
 * Dutch and English. Any other column is dropped unread; one for the ground of a registration is
 * refused.
 */
public record ContractColumns(
    int personnelNumber,
    int bsn,
    int startDate,
    int endDate,
    int contractHours,
    int expected,
    int contractNumber,
    int department,
    int school,
    int costCentre) {

  private static final TableColumn PERSONNEL_NUMBER =
      required(
          "personnelNumber",
          "Personeelsnummer",
          "Personeelsnr, Pers.nr, Persnummer, Personeelscode, Personeels-ID, "
              + "Medewerkernummer, Medewerkersnummer, Medewerkernr, Medewerkercode, "
              + "Medewerker-ID, Werknemernummer, Werknemersnummer, Werknemernr, Werknemercode, "
              + "Werknemer-ID, Nummer medewerker, Nummer werknemer, Stamnummer, "
              + "Registratienummer, Personnel number, Personnel no, Personnel ID, "
              + "Employee number, Employee no, Employee nr, Employee ID, Employee code, "
              + "Employee external ID, External employee ID, Person number, Person ID, "
              + "Person ID external, Personnel nr, Personnel code, Staff number, Staff no, Staff nr, "
              + "Staff ID, User ID, Worker ID, Worker number, Payroll number, Payroll ID, "
              + "Payroll no, Badge number");
  private static final TableColumn START_DATE =
      required(
          "startDate",
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
              + "Valid from, Effective date, Effective from, Starting date, Beginning date, "
              + "Commencement date, Date of commencement, Starts on, From, From date, Date from, "
              + "Start of contract, Contract starting date, Contract from, Contract valid from, "
              + "Contract effective date, Start of employment, Employment start, Employed from, "
              + "Employed since, Hired on, Date in service, In service date, Vanaf, Vanaf datum, "
              + "Datum vanaf, Datum start, Datum aanvang, Aanvang, Aanvang contract, "
              + "Aanvang dienstverband, Ingang, Ingang contract, Start contract, Contract vanaf, "
              + "Contract ingaande, Ingaande, Start dienstverband, Begin dienstverband, "
              + "Dienstverband begindatum, Dienstverband startdatum, Indienst, Indienst datum, "
              + "Datum indienst, Datum begin contract, Datum ingang contract, "
              + "Datum aanvang contract");
  private static final TableColumn END_DATE =
      optional(
          "endDate",
          "Einddatum",
          "Datum einde, Datum eind, Einde, Einddatum contract, Contract einddatum, "
              + "Einde contract, Contract einde, Einddatum dienstverband, Einde dienstverband, "
              + "Datum uit dienst, Uit dienst, Uit dienst datum, Uit dienst per, "
              + "Datum uitdiensttreding, Uitdiensttreding, Geldig tot en met, Geldig t/m, "
              + "Tot en met, T/m, End date, End, Contract end date, Contract end, "
              + "End date contract, Termination date, Employment end date, Valid until, "
              + "Valid through, Valid to, Ending date, Date of end, Ends on, Until, Until date, "
              + "To, To date, Date to, Through, End of contract, Contract ending date, "
              + "Contract until, Contract valid until, Contract valid to, Contract expiry date, "
              + "Expiry date, Expiration date, Contract expiration date, End of employment, "
              + "Employment end, Employed until, Date of termination, Date out of service, "
              + "Out of service date, Eind, Eind contract, Eindigt op, Datum eind contract, "
              + "Datum einde contract, Datum einde dienstverband, Dienstverband einddatum, "
              + "Contract tot en met, Contract t/m, Uitdienst, Uitdienst datum, Datum uitdienst, "
              + "Datum t/m, Datum tot en met, Datum afloop contract, Afloopdatum contract, "
              + "Afloopdatum, Laatste dag");
  private static final TableColumn CONTRACT_HOURS =
      required(
          "contractHoursPerWeek",
          "Contracturen per week",
          "Uren per week, Uren/week, Uren p/w, Uren pw, Uur per week, Weekuren, Uren, Contracturen, "
              + "Contracturen/week, Contract uren p/w, Aantal uren, "
              + "Aantal uren per week, Gemiddeld aantal uren per week, "
              + "Gem. aantal uren per week, Gemiddelde uren per week, Uren per week contract, "
              + "Arbeidsduur, Arbeidsduur per week, Overeengekomen uren per week, "
              + "Werkuren per week, Dienstverband uren, Hours per week, Hours/week, "
              + "Weekly hours, Contract hours, Contract hours per week, Contracted hours, "
              + "Contracted hours per week, Working hours per week, Hours, Hours p/w, Hours pw, "
              + "Hours a week, Hours weekly, Hrs per week, Hrs/week, Contract hours/week, "
              + "Contract hours a week, Contract hours weekly, Contract weekly hours, "
              + "Contracted hours/week, Contractual hours, Contractual hours per week, "
              + "Contractual weekly hours, Agreed hours per week, Weekly contract hours, "
              + "Average hours per week, Average weekly hours, Number of hours per week, "
              + "Number of hours, Working hours, Weekly working hours, Work hours per week, "
              + "Standard hours, Standard hours per week, Standard weekly hours, Std weekly hours, "
              + "Scheduled hours per week, Scheduled weekly hours, Week hours, "
              + "Uren contract, Uren per week (contract), Contracturen p/w, Contracturen pw, "
              + "Contract uren per week, Contracturen (per week), Aantal contracturen, "
              + "Aantal contracturen per week, Aantal uren p/w, Aantal uren pw, "
              + "Aantal uren contract, Gemiddelde uren, Gemiddeld uren per week, "
              + "Gemiddelde weekuren, Gem. uren per week, Gem. uren p/w, Werkuren, "
              + "Arbeidsuren per week, Arbeidsuren, Wekelijkse uren, Uren dienstverband, "
              + "Gemiddelde arbeidsduur per week, Overeengekomen uren, "
              + "Overeengekomen arbeidsduur per week, Bedongen uren per week");
  private static final TableColumn EXPECTED =
      optional(
          "expectedRegistered",
          "Doelgroep verwacht",
          "Verwacht, Verwacht in register, Verwacht in doelgroepregister, "
              + "Verwacht doelgroepregister, Doelgroepregister verwacht, Doelgroepregister, "
              + "In doelgroepregister, Doelgroep, Doelgroep banenafspraak, Banenafspraak, "
              + "Valt onder banenafspraak, Indicatie banenafspraak, Indicatie doelgroepregister, "
              + "Expected registered, Expected in register, Expected, Register expected, "
              + "Target group, Target group expected, Expected target group, "
              + "Expected in target group, Target group register, In target group register, "
              + "Expected in target group register, Expected in the target group register, "
              + "Target group register expected, Expected in register (yes/no), "
              + "Expected in register (y/n), Expected in register?, Expected in doelgroepregister, "
              + "Expected doelgroep, Expected doelgroepregister, Register expected (yes/no), "
              + "Is expected, Is target group, In register expected, In register verwacht, "
              + "Verwacht doelgroep, Verwachte doelgroep, Verwacht in doelgroep, "
              + "Verwacht in het doelgroepregister, Doelgroep verwacht (ja/nee), "
              + "Verwacht (ja/nee), Doelgroepregister (ja/nee), Doelgroep (ja/nee), "
              + "In doelgroepregister verwacht, Behoort tot doelgroep, "
              + "Behoort tot doelgroep banenafspraak, Doelgroepmedewerker, Doelgroep werknemer, "
              + "Doelgroep medewerker, Jobs agreement");
  private static final TableColumn CONTRACT_NUMBER =
      optional(
          "contractNumber",
          "Contractnummer",
          "Contractnr, Contract-ID, Contractcode, Nummer contract, Contractreferentie, "
              + "Contract number, Contract no, Contract nr, Contract code, Contract ref, "
              + "Contract reference, Contract reference number, Contract volgnummer, "
              + "Contractvolgnummer, Volgnummer contract, Employment contract number, "
              + "Employment contract ID, Arbeidscontractnummer, Arbeidsovereenkomstnummer, "
              + "Agreement number");
  private static final TableColumn DEPARTMENT =
      optional(
          "department",
          "Afdeling",
          "Organisatorische eenheid, Org. eenheid, Department, Organisational unit, "
              + "Organizational unit, Organisation unit, Organization unit, Org unit, "
              + "Afdelingsnaam, Afdeling naam, Naam afdeling, Dept, Department name");

  /** A school is told by its name, its BRIN or its location: a file may have all three. */
  private static final List<TableColumn> SCHOOL =
      List.of(
          optional(
              "school",
              "School",
              "Schoolnaam, Naam school, Naam van de school, Onderwijsinstelling, School name, "
                  + "Name of school"),
          optional(
              "school",
              "BRIN",
              "BRIN-nummer, BRIN nr, BRIN-code, BRIN4, BRIN6, BRIN school, BRIN vestiging, "
                  + "BRIN-vestigingsnummer, Schoolcode, School code, Schoolnummer, School number"),
          optional(
              "school",
              "Vestiging",
              "Vestigingsnaam, Naam vestiging, Vestigingscode, Vestigingsnummer, Vestigingsnr, "
                  + "Schoollocatie, Onderwijslocatie, Onderwijsvestiging, School location, "
                  + "Branch, Branch name, Branch code"));

  private static final TableColumn COST_CENTRE =
      optional(
          "costCentre",
          "Kostenplaats",
          "Kostenplaatscode, Kostenplaatsnummer, Kpl, Cost centre, Cost center, "
              + "Cost centre code, Cost center code, Cost centre number, Cost center number, "
              + "Cost centre no, Cost center no, Cost centre ID, Cost center ID, "
              + "Kostenplaatsnr, Kostenplaats code, Kostenplaats nummer");

  /** Finds them in the first row; what is missing, double or refused is added to the mistakes. */
  public static ContractColumns of(TableHeader header, Mistakes mistakes) {
    var columns =
        new ContractColumns(
            header.position(PERSONNEL_NUMBER, mistakes),
            header.position(BsnColumn.REQUIRED, mistakes),
            header.position(START_DATE, mistakes),
            header.position(END_DATE, mistakes),
            header.position(CONTRACT_HOURS, mistakes),
            header.position(EXPECTED, mistakes),
            header.position(CONTRACT_NUMBER, mistakes),
            header.position(DEPARTMENT, mistakes),
            firstOf(SCHOOL, header, mistakes),
            header.position(COST_CENTRE, mistakes));
    header.refuseGround(mistakes);
    return columns;
  }

  private static int firstOf(List<TableColumn> columns, TableHeader header, Mistakes mistakes) {
    return columns.stream()
        .mapToInt(column -> header.position(column, mistakes))
        .filter(position -> position != TableHeader.ABSENT)
        .findFirst()
        .orElse(TableHeader.ABSENT);
  }
}
