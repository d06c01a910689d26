package nl.banenschakel.payroll.message;

import static nl.banenschakel.payroll.WageReturns.ANNA;
import static nl.banenschakel.payroll.WageReturns.full;
import static nl.banenschakel.payroll.WageReturns.message;
import static nl.banenschakel.payroll.WageReturns.person;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as XML Schema writes them. */
class AmountTest {
  @ParameterizedTest
  @CsvSource({
    "0.00, 0",
    "-12.5, -1250",
    "+7, 700",
    "0001234567890.12, 123456789012",
    ".5, 50",
    "5., 500"
  })
  void an_amount_is_read_to_the_cent(String given, long cents) {
    var xml = march(person(ANNA, 1, 1).replace("<PrlnAofAnwHg>3456.50", "<PrlnAofAnwHg>" + given));

    assertThat(Decoding.of(xml).rows().get(0).values())
        .extracting("premiumWageCents")
        .isEqualTo(cents);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.234", "1e3", "12345678901.00", "1.2.3", "-", ".", "", "--1", "1 000", "1,00"})
  void what_is_no_amount_is_a_mistake(String given) {
    var xml = march(person(ANNA, 1, 1).replace("<PrlnAofAnwHg>3456.50", "<PrlnAofAnwHg>" + given));

    assertThat(Decoding.of(xml).mistakes())
        .containsExactly(
            "AdministratieveEenheid/TijdvakAangifte/VolledigeAangifte/InkomstenverhoudingInitieel[1]/"
                + "Werknemersgegevens/PrlnAofAnwHg DECIMAL_FORM");
  }

  private static String march(String relationship) {
    return message("2026-04-12T09:30:00", "1", full("2026-03-01", "2026-03-31", relationship));
  }
}
