package nl.banenschakel.payroll.message;

import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.anonymous;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.messageOf;
import static nl.banenschakel.payroll.WageReturns.person;
import static nl.banenschakel.payroll.WageReturns.relationship;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import nl.banenschakel.payroll.message.WageReturnBatch.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BsnOutOfPlaceTest {
  private static final String LOST_ZERO = "010000008";

  @ParameterizedTest
  @ValueSource(
      strings = {
        ANNA,
        "NL" + ANNA,
        ANNA + "-01",
        "NL" + ANNA + "01",
        "9999.93.653",
        "999 993 653",
        "NL 9999-93-653",
        "0" + ANNA
      })
  void a_personnel_number_that_holds_the_bsn_is_not_kept(String personnelNumber) {
    assertThat(stored(relationship(personnelNumber, ANNA, 1, 10))).containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(strings = {"010000008", "10000008", "NL10000008", "10.000.008"})
  void nor_is_one_with_the_zero_lost(String personnelNumber) {
    assertThat(stored(relationship(personnelNumber, LOST_ZERO, 1, 10))).containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(strings = {"999994086", "9999.94.086", "NL999994086"})
  void nor_is_one_that_may_be_somebody_else_s(String personnelNumber) {
    assertThat(stored(relationship(personnelNumber, ANNA, 1, 10))).containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(strings = {"P-7", "999994085", "10000008", "00042", "E-2024-17"})
  void another_personnel_number_is_kept(String personnelNumber) {
    assertThat(stored(relationship(personnelNumber, ANNA, 1, 10))).containsExactly(personnelNumber);
  }

  @ParameterizedTest
  @ValueSource(strings = {ANNA, "NL" + ANNA, "9999.93.653", "999 993 653", "10000008"})
  void without_a_bsn_no_personnel_number_is_kept_that_looks_like_one(String personnelNumber) {
    var rows = rows(anonymous(personnelNumber, 1, 10));

    assertThat(rows).extracting(Row::personnelNumber).containsOnlyNulls();
    assertThat(rows).extracting(Row::pseudonym).containsExactly(pseudonym(personnelNumber));
  }

  @Test
  void without_a_bsn_a_pseudonym_tells_relationships_apart() {
    var rows =
        rows(anonymous("X", 1, 1), anonymous("Y", 1, 1), anonymous(null, 1, 1), person(ANNA, 2, 1));

    assertThat(rows).extracting(Row::personnelNumber).containsExactly("X", "Y", null, "P-2");
    assertThat(rows)
        .extracting(Row::pseudonym)
        .containsExactly(pseudonym("X"), pseudonym("Y"), pseudonym(""), null);
  }

  @ParameterizedTest
  @ValueSource(strings = {ANNA, "LA-" + ANNA + "-1", "9999.93.653"})
  void an_id_that_holds_a_bsn_is_a_mistake(String idBer) {
    var read = Decoding.of(message("2026-04-12T09:30:00", idBer, full("2026-03-01", "2026-03-31")));

    assertThat(read.mistakes()).containsExactly("Bericht/IdBer TEXT_HOLDS_BSN");
    assertThat(read.decoder().mistakes().kept().toString()).doesNotContain("93653", "93.653");
  }

  @ParameterizedTest
  @CsvSource({
    "001000275L01, 001000275-2026-M03",
    "999990342L01, LA999990342",
    "999990342L01, 20260412093000"
  })
  void an_id_may_hold_the_fiscal_number_of_its_message(String number, String idBer) {
    var xml = messageOf(number, "2026-04-12T09:30:00", idBer, full("2026-03-01", "2026-03-31"));

    assertThat(Decoding.of(xml).mistakes()).isEmpty();
    assertThat(Decoding.of(xml).message().idBer()).isEqualTo(idBer);
  }

  @Test
  void beside_the_fiscal_number_an_id_holds_no_bsn() {
    var id = "999990342-" + ANNA;
    var xml =
        messageOf("999990342L01", "2026-04-12T09:30:00", id, full("2026-03-01", "2026-03-31"));

    assertThat(Decoding.of(xml).mistakes()).containsExactly("Bericht/IdBer TEXT_HOLDS_BSN");
  }

  private static Buffer pseudonym(String personnelNumber) {
    return Decoding.VAULT.pseudonym("PersNr " + personnelNumber);
  }

  private static List<String> stored(String relationship) {
    return rows(relationship).stream().map(Row::personnelNumber).toList();
  }

  private static List<Row> rows(String... relationships) {
    var march = full("2026-03-01", "2026-03-31", relationships);
    var read = Decoding.of(message("2026-04-12T09:30:00", "1", march));
    assertThat(read.mistakes()).isEmpty();
    return read.rows();
  }
}
