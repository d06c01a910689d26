package nl.banenschakel.payroll.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.BERT;
import static nl.banenschakel.payroll.WageReturns.NUMBER;
import static nl.banenschakel.payroll.WageReturns.correction;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.period;
import static nl.banenschakel.payroll.WageReturns.person;
import static nl.banenschakel.payroll.WageReturns.relationship;
import static nl.banenschakel.payroll.WageReturns.supplement;
import static nl.banenschakel.payroll.WageReturns.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.payroll.message.WageReturnBatch.Row;
import nl.banenschakel.payroll.message.WageReturnBatch.Values;
import nl.banenschakel.payroll.message.WageReturnMessage.Block;
import nl.banenschakel.payroll.message.WageReturnMessage.Kind;
import nl.banenschakel.person.PersonSealer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WageReturnDecoderTest {
  private static final String MARCH =
      "AdministratieveEenheid/TijdvakAangifte/VolledigeAangifte/InkomstenverhoudingInitieel[1]/";

  @Test
  void what_is_needed_of_a_relationship_is_kept_and_nothing_else() {
    var read = Decoding.of(march(person(ANNA, 7, 139)));

    assertThat(read.mistakes()).isEmpty();
    assertThat(read.people()).isEqualTo(1);
    var row = read.rows().get(0);
    assertThat(Decoding.isOf(row, ANNA)).isTrue();
    assertThat(row)
        .isEqualTo(
            new Row(
                1,
                1,
                row.blindIndex(),
                null,
                "P-7",
                7,
                new Values(139, 3250, 345_650, true, 1, 15)));
  }

  @Test
  void the_message_tells_its_number_moment_id_and_tijdvakken() {
    var read =
        Decoding.of(
            message(
                "2026-04-12T09:30:00",
                "ID-1",
                full("2026-03-01", "2026-03-31", person(ANNA, 1, 100)),
                correction("2026-01-26", "2026-02-22", withdrawal(BERT, 2))));

    assertThat(read.message().number().text()).isEqualTo(NUMBER);
    assertThat(read.message().sentAt()).isEqualTo(LocalDateTime.of(2026, 4, 12, 9, 30));
    assertThat(read.message().idBer()).isEqualTo("ID-1");
    assertThat(read.message().blocks())
        .extracting(block -> block.tijdvak().code(), Block::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("2026-M03", Kind.FULL),
            org.assertj.core.groups.Tuple.tuple("2026-P02", Kind.CORRECTION));
    assertThat(read.rows().get(1).values()).isNull();
    assertThat(read.message().block(2).pathOf(true, 1))
        .isEqualTo("AdministratieveEenheid/TijdvakCorrectie[1]/InkomstenverhoudingIntrekking[1]");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-12T09:30:00, 2026-04-12T09:30:00",
    "2026-04-12T09:30:00.123456789, 2026-04-12T09:30:00.123456",
    "2026-04-12T09:30:00Z, 2026-04-12T11:30:00",
    "2026-01-12T09:30:00+03:00, 2026-01-12T07:30:00"
  })
  void a_moment_with_an_offset_is_told_in_dutch_time(String given, String expected) {
    var read = Decoding.of(message(given, "1", full("2026-03-01", "2026-03-31")));

    assertThat(read.message().sentAt()).isEqualTo(LocalDateTime.parse(expected));
  }

  @Test
  void the_period_of_income_that_holds_at_the_end_of_the_tijdvak_counts() {
    var periods =
        List.of(
            period("2026-01-01", 11, "N"),
            period("2026-03-31", 15, "J"),
            period("2026-04-01", 18, "N"));
    var none = List.of(period("2026-04-02", 11, "N"), period("2026-04-01", 18, "N"));

    var read =
        Decoding.of(
            march(relationship("A", ANNA, 1, periods, 1) + relationship("B", BERT, 2, none, 1)));

    assertThat(read.rows().get(0).values()).isEqualTo(new Values(1, 3250, 345_650, true, 1, 15));
    assertThat(read.rows().get(1).values()).isEqualTo(new Values(1, 3250, 345_650, false, 1, 11));
  }

  @Test
  void a_relationship_without_a_bsn_is_kept_without_a_person() {
    var read = Decoding.of(march(relationship("P-1", null, 940, -12)));

    assertThat(read.people()).isZero();
    assertThat(read.rows().get(0).blindIndex()).isNull();
    assertThat(read.rows().get(0).values()).extracting("verloondeUren").isEqualTo(-12);
  }

  @Test
  void every_mistake_is_reported_at_once_with_its_element_path() {
    var wrong =
        person("111252333", 1, 100)
            .replace("<AantVerlU>100</AantVerlU>", "<AantVerlU>99.5</AantVerlU>")
            .replace("<PrlnAofAnwHg>3456.50</PrlnAofAnwHg>", "")
            .replace("<SrtIV>15", "<SrtIV>x");
    var xml =
        message(
            "12-04-2026",
            "",
            full("2026-03-01", "2026-03-31", wrong),
            correction("2026-01-01", "2026-02-28", withdrawal("12345678", 12345)));

    assertThat(Decoding.of(xml).mistakes())
        .containsExactly(
            "Bericht/IdBer TEXT_LENGTH",
            "Bericht/DatTdAanm DATE_TIME_FORM",
            MARCH + "NatuurlijkPersoon/SofiNr BSN_ELFPROEF",
            MARCH + "Inkomstenperiode[1]/SrtIV CODE_FORM",
            MARCH + "Werknemersgegevens/AantVerlU WHOLE_NUMBER_FORM",
            MARCH + "Werknemersgegevens/PrlnAofAnwHg ELEMENT_MISSING",
            "AdministratieveEenheid/TijdvakCorrectie[1]/DatEindTv TIJDVAK_PAIR",
            "AdministratieveEenheid/TijdvakCorrectie[1]/InkomstenverhoudingIntrekking[1]/NumIV"
                + " CODE_FORM",
            "AdministratieveEenheid/TijdvakCorrectie[1]/InkomstenverhoudingIntrekking[1]/SofiNr"
                + " BSN_FORM");
  }

  @Test
  void what_must_be_there_and_is_not_is_a_mistake() {
    var xml =
        message("2026-04-12T09:30:00", "1")
            .replace("<LhNr>" + NUMBER + "</LhNr>", "")
            .replace("<IdBer>1</IdBer>", "");

    assertThat(Decoding.of(xml).mistakes())
        .containsExactly(
            "Bericht/IdBer ELEMENT_MISSING",
            "AdministratieveEenheid/LhNr ELEMENT_MISSING",
            "AdministratieveEenheid/TijdvakAangifte ELEMENT_MISSING");
  }

  @Test
  void a_tijdvak_may_be_corrected_twice_in_a_message() {
    var xml =
        message(
            "2026-04-12T09:30:00",
            "1",
            supplement("2026-03-01", "2026-03-31", person(ANNA, 1, 1)),
            correction("2026-03-01", "2026-03-31", person(BERT, 1, 2)));

    assertThat(Decoding.of(xml).mistakes()).isEmpty();
    assertThat(Decoding.of(xml).message().blocks())
        .extracting(block -> block.tijdvak().code())
        .containsExactly("2026-M03", "2026-M03");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 2026-03-30",
    "2026-11-01, 2026-11-29",
    "2026-03-01, 2026-04-30",
    "2025-12-01, 2026-01-31"
  })
  void first_and_last_day_must_belong_together(String start, String end) {
    var xml = message("2026-04-12T09:30:00", "1", full(start, end));

    assertThat(Decoding.of(xml).mistakes())
        .containsExactly("AdministratieveEenheid/TijdvakAangifte/DatEindTv TIJDVAK_PAIR");
  }

  @Test
  void the_days_of_a_tijdvak_stand_before_its_relationships() {
    var days = "<DatAanvTv>2026-03-01</DatAanvTv><DatEindTv>2026-03-31</DatEindTv>";
    var behind =
        message(
            "2026-04-12T09:30:00",
            "1",
            correction("2026-03-01", "2026-03-31", person(ANNA, 1, 1))
                .replace(days, "")
                .replace("</TijdvakCorrectie>", days + "</TijdvakCorrectie>"));

    assertThat(Decoding.of(behind).mistakes())
        .containsExactly(
            "AdministratieveEenheid/TijdvakCorrectie[1]/DatAanvTv ELEMENT_ORDER",
            "AdministratieveEenheid/TijdvakCorrectie[1]/DatEindTv ELEMENT_ORDER");
  }

  @Test
  void an_element_that_stands_twice_is_a_mistake() {
    var twice =
        march(person(ANNA, 1, 100))
            .replace("<AantVerlU>100", "<AantVerlU>1</AantVerlU><AantVerlU>100");

    assertThat(Decoding.of(twice).mistakes())
        .containsExactly(MARCH + "Werknemersgegevens/AantVerlU ELEMENT_REPEATED");
  }

  @Test
  void a_return_of_another_number_than_expected_is_a_mistake() {
    var other = Loonheffingennummer.parse("001000287L02");
    var decoder = new WageReturnDecoder(new PersonSealer(Decoding.VAULT), Optional.of(other));

    var read = Decoding.of(decoder, march().getBytes(UTF_8), () -> 100);

    assertThat(read.mistakes())
        .containsExactly("AdministratieveEenheid/LhNr RETURN_OF_OTHER_NUMBER");
  }

  @Test
  void elements_of_another_namespace_are_not_read() {
    var xml =
        march(person(ANNA, 1, 100))
            .replace(
                "<AantVerlU>100</AantVerlU>",
                "<x:AantVerlU xmlns:x=\"urn:other\">9</x:AantVerlU><AantVerlU>100</AantVerlU>");

    assertThat(Decoding.of(xml).mistakes()).isEmpty();
    assertThat(Decoding.of(xml).rows().get(0).values()).extracting("verloondeUren").isEqualTo(100);
  }

  private static String march(String... relationships) {
    return message("2026-04-12T09:30:00", "1", full("2026-03-01", "2026-03-31", relationships));
  }
}
