package nl.banenschakel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BsnOccursInTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "999990019",
        "Zorg 999990019bv",
        "9999.90.019",
        "999 990 019",
        "999-990-019",
        "999\u00A0990\u00A0019",
        "123 999 990 019",
        "123456789 en 999990019"
      })
  void one_is_found_as_people_write_it(String text) {
    assertThat(Bsn.occursIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "999990018", "0999990019", "9999900190", "99.999.00.19", "000000000"})
  void another_number_is_none(String text) {
    assertThat(Bsn.occursIn(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "012345672",
        "NL012345672",
        "01.234.56.72",
        "12345672",
        "NL-12345672",
        "00012345672"
      })
  void a_text_holds_a_bsn_however_it_is_written(String text) {
    var own = Bsn.parse("012345672");

    assertThat(own.isHeldBy(text)).isTrue();
    assertThat(Bsn.possibleIn(text)).contains(own);
    assertThat(Bsn.parse("999990019").isHeldBy(text)).isFalse();
  }

  @Test
  void a_text_holds_a_bsn_within_a_longer_number() {
    assertThat(Bsn.parse("999990019").isHeldBy("NL999990019001")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "E-1", "1234567", "12345678", "999990018", "9999900180", "C-2024-17"})
  void an_employers_own_number_is_no_bsn(String text) {
    assertThat(Bsn.possibleIn(text)).isEmpty();
    assertThat(Bsn.parse("999990019").isHeldBy(text)).isFalse();
  }
}
