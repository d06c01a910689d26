package nl.banenschakel.payroll.message;

import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.banenschakel.kernel.Tijdvak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs from year to year. */
class YearFormTest {
  private static final Path SCHEMA =
      Path.of("../shared/standards/loonaangifte/Loonaangifte2026v2.0.xsd");
  private static final String PERIOD =
      "AdministratieveEenheid/TijdvakAangifte/VolledigeAangifte/InkomstenverhoudingInitieel[1]"
          + "/Inkomstenperiode[1]/";

  @ParameterizedTest
  @CsvSource({
    "2025, IndAvrLkvDgBafSb, 2025-03-01, 2025-03-31, 2025-M03",
    "2025, IndAvrLkvDgBafSb, 2025-12-01, 2025-12-31, 2025-M12",
    "2025, IndAvrLkvDgBafSb, 2025-11-03, 2025-11-30, 2025-P12",
    "2026, IndAvrLkvDgBaf, 2026-03-01, 2026-03-31, 2026-M03",
    "2026, IndAvrLkvDgBaf, 2026-11-30, 2026-12-31, 2026-P13",
    "2027, IndAvrLkvDgBaf, 2027-03-01, 2027-03-31, 2027-M03",
    "2027, IndAvrLkvDgBaf, 2027-12-06, 2027-12-31, 2027-P13"
  })
  void a_return_of_a_year_has_that_year_s_names_and_tijdvakken(
      String year, String flag, String start, String end, String code) {
    var read = Decoding.of(of(year, flag, start, end));

    assertThat(read.mistakes()).isEmpty();
    assertThat(read.message().blocks())
        .extracting(block -> block.tijdvak().code())
        .containsExactly(code);
    assertThat(read.rows().get(0).values()).extracting("lkvRequested").isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({
    "2025, IndAvrLkvDgBaf",
    "2026, IndAvrLkvDgBafSb",
    "2027, IndAvrLkvDgBafSb",
    "2027, IndAvrLkvOudrWn"
  })
  void an_element_of_another_year_is_refused_and_not_passed_over(String year, String element) {
    var read = Decoding.of(of(year, element, year + "-03-01", year + "-03-31"));

    assertThat(read.mistakes()).containsExactly(PERIOD + element + " ELEMENT_OF_OTHER_YEAR");
  }

  @Test
  void so_is_one_among_the_totals() {
    var fossil =
        of("2026", "IndAvrLkvDgBaf", "2026-03-01", "2026-03-31")
            .replace("<TotLnLbPh>1</TotLnLbPh>", "<EhFossAutos>1</EhFossAutos>");

    assertThat(Decoding.of(fossil).mistakes())
        .containsExactly(
            "AdministratieveEenheid/TijdvakAangifte/VolledigeAangifte/CollectieveAangifte/EhFossAutos"
                + " ELEMENT_OF_OTHER_YEAR");
    assertThat(
            Decoding.of(
                    fossil
                        .replace("Loonaangifte/2026", "Loonaangifte/2027")
                        .replace("2026-", "2027-"))
                .mistakes())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2025, 2026", "2026, 2025", "2026, 2027", "2027, 2026"})
  void a_return_of_a_year_speaks_of_tijdvakken_of_that_year_only(String year, String other) {
    var xml =
        message("2027-04-12T09:30:00", "1", full(other + "-03-01", other + "-03-31"))
            .replace("Loonaangifte/2026", "Loonaangifte/" + year);

    assertThat(Decoding.of(xml).mistakes())
        .containsExactly("AdministratieveEenheid/TijdvakAangifte/DatEindTv TIJDVAK_OF_OTHER_YEAR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022", "2024", "2028"})
  void a_year_that_is_not_read_is_refused_by_name(String year) {
    var xml =
        of("2026", "IndAvrLkvDgBaf", "2026-03-01", "2026-03-31")
            .replace("Loonaangifte/2026", "Loonaangifte/" + year);

    var mistakes = Decoding.of(xml).decoder().mistakes().kept();

    assertThat(mistakes)
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.code()).isEqualTo("RETURN_YEAR_UNKNOWN");
              assertThat(it.detail()).contains("form of " + year, "2025, 2026, 2027");
            });
  }

  @Test
  void elements_stand_in_the_order_of_the_schema() {
    var moved =
        of("2026", "IndAvrLkvDgBaf", "2026-03-01", "2026-03-31")
            .replace("<SrtIV>15</SrtIV><CdAard>1</CdAard>", "<CdAard>1</CdAard><SrtIV>15</SrtIV>");

    assertThat(Decoding.of(moved).mistakes()).containsExactly(PERIOD + "SrtIV ELEMENT_ORDER");
  }

  /** The schema lists first and last days apart; which belong together is the calendar's matter. */
  @Test
  void the_calendar_has_the_days_of_the_schema_and_no_others() throws IOException {
    assumeTrue(Files.exists(SCHEMA), "The standards are not beside the project");
    var schema = Files.readString(SCHEMA, java.nio.charset.StandardCharsets.ISO_8859_1);

    assertThat(days(schema, "DatAanvTv"))
        .isEqualTo(tijdvakken().map(it -> it.start().toString()).collect(toSortedSet()));
    assertThat(days(schema, "DatEindTv"))
        .isEqualTo(tijdvakken().map(it -> it.end().toString()).collect(toSortedSet()));
  }

  @Test
  void every_first_day_goes_with_the_last_day_of_its_own_tijdvak_only() {
    var all = tijdvakken().toList();
    for (var first : all) {
      for (var last : all) {
        boolean belong =
            all.stream()
                .anyMatch(t -> t.start().equals(first.start()) && t.end().equals(last.end()));
        assertThat(Tijdvak.of(first.start(), last.end()).isPresent())
            .as("%s to %s", first.start(), last.end())
            .isEqualTo(belong);
      }
    }
  }

  private static Stream<Tijdvak> tijdvakken() {
    return Stream.of("2026-M01", "2026-P01")
        .flatMap(
            first ->
                Stream.iterate(
                    Tijdvak.parse(first), t -> t.start().getYear() == 2026, Tijdvak::next));
  }

  private static Set<String> days(String schema, String type) {
    int from = schema.indexOf("<xs:simpleType name=\"" + type + "\">");
    return Pattern.compile("enumeration value=\"([^\"]+)\"")
        .matcher(schema.substring(from, schema.indexOf("</xs:simpleType>", from)))
        .results()
        .map(match -> match.group(1))
        .collect(toSortedSet());
  }

  private static java.util.stream.Collector<String, ?, Set<String>> toSortedSet() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static String of(String year, String flag, String start, String end) {
    return message("2027-04-12T09:30:00", "1", full(start, end, person(ANNA, 1, 100)))
        .replace("Loonaangifte/2026", "Loonaangifte/" + year)
        .replace("IndAvrLkvDgBaf>", flag + ">");
  }
}
