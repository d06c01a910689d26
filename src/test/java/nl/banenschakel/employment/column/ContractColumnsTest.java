package nl.banenschakel.employment.column;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.banenschakel.platform.stream.Decoder.Mistakes;
import nl.banenschakel.platform.stream.csv.CsvFeed;
import nl.banenschakel.platform.stream.table.TableHeader;
import nl.banenschakel.platform.stream.table.TableRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractColumnsTest {
  private static final ContractColumns IN_ORDER =
      new ContractColumns(0, 1, 2, 3, 4, 5, 6, 7, -1, 8);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Personeelsnummer;BSN;Begindatum;Einddatum;Uren per week;Doelgroep verwacht;Contractnummer;Afdeling;Kostenplaats",
        "Personnel number;BSN;Start date;End date;Hours per week;Target group expected;Contract number;Department;Cost centre",
        "PERSONNEL_NUMBER;BSN;START_DATE;END_DATE;HOURS_PER_WEEK;EXPECTED_IN_REGISTER;CONTRACT_NUMBER;DEPARTMENT;COST_CENTER",
        "personnelNumber;bsn;startDate;endDate;hoursPerWeek;expectedInRegister;contractNumber;department;costCentre",
        "employeeId;citizenServiceNumber;contractStartDate;contractEndDate;contractHoursPerWeek;expectedTargetGroup;contractId;orgUnit;costCenterCode",
        "Employee no.;Burgerservicenummer (BSN);Starting date;Ending date;Contract hours/week;Expected target group;Contract no.;Department name;Cost center",
        "Medewerkernummer;BSN (burgerservicenummer);Begin datum;Eind datum;Contracturen p/w;Verwacht doelgroep;Contract-ID;Afdelingsnaam;Kpl.",
        "Pers. nr.;Burger service nummer;Datum in dienst;Datum uit dienst;Gem. uren per week;Doelgroepregister (verwacht);Contract nr.;Organisatorische eenheid;Kostenplaatsnr",
        "Person ID External;National ID;Hire Date;Contract End Date;Standard Weekly Hours;Expected in target group register;Contract ID;Org. unit;Cost Center",
        "Werknemer nr;Sofi/BSN;Indienst datum;Uitdienst datum;Uren/week;In doelgroepregister;Contractcode;Afdeling;Kostenplaats code"
      })
  void headers_of_usual_exports_are_understood(String header) {
    var mistakes = new Mistakes();

    var columns = ContractColumns.of(header(header), mistakes);

    assertThat(mistakes.kept()).isEmpty();
    assertThat(columns).isEqualTo(IN_ORDER);
  }

  @ParameterizedTest
  @CsvSource({"Naam", "Functie", "Salary", "FTE", "Uurloon", "Geboortedatum", "Date of birth"})
  void other_columns_are_none_of_these(String name) {
    var mistakes = new Mistakes();

    var columns =
        ContractColumns.of(header("Personeelsnummer;BSN;Begindatum;Uren;" + name), mistakes);

    assertThat(mistakes.kept()).isEmpty();
    assertThat(columns).isEqualTo(new ContractColumns(0, 1, 2, -1, 3, -1, -1, -1, -1, -1));
  }

  @ParameterizedTest
  @CsvSource({
    "School;BRIN;Vestiging, 4",
    "Naam;BRIN-nummer;Vestigingsnaam, 5",
    "Vestiging;Schoolnaam;Plaats, 5",
    "Functie;Vestiging;Salaris, 5"
  })
  void a_school_is_told_by_its_name_or_else_its_brin_or_its_location(String names, int school) {
    var mistakes = new Mistakes();

    var columns =
        ContractColumns.of(
            header("Personeelsnummer;BSN;Begindatum;Contracturen per week;" + names), mistakes);

    assertThat(mistakes.kept()).isEmpty();
    assertThat(columns.school()).isEqualTo(school);
  }

  private static TableHeader header(String line) {
    List<TableRow> rows = new ArrayList<>();
    var feed = new CsvFeed(new Mistakes(), rows::add);
    feed.feed(line.getBytes(UTF_8));
    assertThat(feed.end()).isFalse();
    return new TableHeader(rows.get(0));
  }
}
