package nl.banenschakel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

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
}
