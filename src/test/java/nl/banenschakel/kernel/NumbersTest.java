package nl.banenschakel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** BSN and loonheffingennummer, on the vectors of the domain text. */
class NumbersTest {

  @ParameterizedTest
  @ValueSource(strings = {"111222333", "123456782", "999990019", "000000012"})
  void a_number_that_passes_the_11_proef_is_a_bsn(String digits) {
    assertThat(Bsn.parse(digits).digits()).isEqualTo(digits);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "111252333, BSN_ELFPROEF",
    "002455799, BSN_ELFPROEF",
    "000000000, BSN_ELFPROEF",
    "12345678, BSN_FORM",
    "1234567822, BSN_FORM",
    "12345678a, BSN_FORM",
    "١٢٣٤٥٦٧٨٢, BSN_FORM"
  })
  void any_other_is_not_and_the_refusal_does_not_repeat_it(String text, String code) {
    assertThatThrownBy(() -> Bsn.parse(text))
        .isInstanceOfSatisfying(
            Malformed.class,
            malformed -> {
              assertThat(malformed.code()).isEqualTo(code);
              assertThat(malformed.expected()).doesNotContain(text);
            });
  }

  @Test
  void a_file_may_have_lost_the_leading_zero_or_hold_dots() {
    assertThat(Bsn.parseFromFile("01234567" + "2").digits()).isEqualTo("012345672");
    assertThat(Bsn.parseFromFile("12345672").digits()).isEqualTo("012345672");
    assertThat(Bsn.parseFromFile(" 9999.90.019 ").digits()).isEqualTo("999990019");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,12E+08", "1.12E+08", "1E8", "1,12e08"})
  void scientific_notation_has_a_message_of_its_own(String text) {
    assertThatThrownBy(() -> Bsn.parseFromFile(text))
        .isInstanceOfSatisfying(
            Malformed.class, malformed -> assertThat(malformed.code()).isEqualTo("BSN_SCIENTIFIC"));
  }

  @Test
  void a_bsn_masks_itself() {
    assertThat(Bsn.parse("999990019")).hasToString("Bsn[*********]");
  }

  @Test
  void a_bsn_is_found_inside_a_text_but_not_inside_a_longer_number() {
    assertThat(Bsn.occursIn("Bakkerij 999990019 te Ede")).isTrue();
    assertThat(Bsn.occursIn("999990019")).isTrue();
    assertThat(Bsn.occursIn("order 9999900191")).isFalse();
    assertThat(Bsn.occursIn("111252333")).isFalse();
  }

  @Test
  void a_loonheffingennummer_has_a_fiscal_number() {
    assertThat(Loonheffingennummer.parse(" 123456782L01 ").fiscalNumber()).isEqualTo("123456782");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "123456789L01, LOONHEFFINGENNUMMER_ELFPROEF",
    "123456782B01, LOONHEFFINGENNUMMER_FORM",
    "123456782L1, LOONHEFFINGENNUMMER_FORM",
    "123456782L00, LOONHEFFINGENNUMMER_FORM"
  })
  void what_is_no_loonheffingennummer_is_refused(String text, String code) {
    assertThatThrownBy(() -> Loonheffingennummer.parse(text))
        .isInstanceOfSatisfying(
            Malformed.class, malformed -> assertThat(malformed.code()).isEqualTo(code));
  }
}
