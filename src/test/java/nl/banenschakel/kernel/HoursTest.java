package nl.banenschakel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Four kinds of hours, on the vectors of the domain text. */
class HoursTest {

  @ParameterizedTest(name = "{0} paid hours are {1} verloonde uren")
  @CsvSource({
    "23.5, 24",
    "2.49, 2",
    "141.67, 142",
    "0.5, 1",
    "0.49, 0",
    "-23.5, -24",
    "-2.49, -2",
    "8, 8"
  })
  void paid_hours_become_whole_verloonde_uren_a_half_up(BigDecimal paid, long whole) {
    assertThat(VerloondeUren.rounded(paid)).isEqualTo(new VerloondeUren(whole));
  }

  @Test
  void a_correction_takes_away_exactly_what_was_reported() {
    var reported = VerloondeUren.rounded(new BigDecimal("23.5"));
    var corrected = VerloondeUren.rounded(new BigDecimal("-23.5"));

    assertThat(reported.plus(corrected)).isEqualTo(VerloondeUren.NONE);
    assertThat(VerloondeUren.NONE.minus(reported)).isEqualTo(corrected);
  }

  @Test
  void contract_hours_are_exact_per_week() {
    var hours = ContractHours.perWeek(new BigDecimal("12.75"));

    assertThat(hours.hundredthsPerWeek()).isEqualTo(1275);
    assertThat(hours.plus(ContractHours.perWeek(new BigDecimal("23.25"))).perWeek())
        .isEqualTo(new BigDecimal("36.00"));
    assertThat(ContractHours.perWeek(new BigDecimal("3.6E+1")))
        .hasToString("36.00 contract hours per week");
  }

  @ParameterizedTest
  @CsvSource({
    "12.755, HOURS_FORM",
    "-0.01, HOURS_RANGE",
    "1E+99, HOURS_RANGE",
    "1E-99, HOURS_FORM"
  })
  void contract_hours_that_cannot_be_are_refused_and_never_rounded(BigDecimal hours, String code) {
    assertThatThrownBy(() -> ContractHours.perWeek(hours))
        .isInstanceOfSatisfying(
            Malformed.class, malformed -> assertThat(malformed.code()).isEqualTo(code));
  }

  @Test
  void worked_and_invoiced_hours_are_exact_totals_and_may_be_corrected() {
    var worked = WorkedHours.total(new BigDecimal("150.5"));
    var invoiced = InvoicedHours.total(new BigDecimal("150.5"));

    assertThat(worked.plus(WorkedHours.total(new BigDecimal("-0.25"))).total())
        .isEqualTo(new BigDecimal("150.25"));
    assertThat(invoiced.plus(InvoicedHours.total(new BigDecimal("-150.5"))))
        .isEqualTo(InvoicedHours.NONE);
    assertThat((Object) worked).isNotEqualTo(invoiced);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.005", "1E+99", "-1E+99", "1E-99"})
  void worked_and_invoiced_hours_that_cannot_be_are_refused(BigDecimal hours) {
    assertThatThrownBy(() -> WorkedHours.total(hours)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> InvoicedHours.total(hours)).isInstanceOf(Malformed.class);
  }

  @Test
  void more_hours_than_can_be_counted_are_a_defect_and_no_wrong_sum() {
    assertThatThrownBy(() -> new VerloondeUren(Long.MAX_VALUE).plus(new VerloondeUren(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new ContractHours(Long.MAX_VALUE).plus(new ContractHours(1)))
        .isInstanceOf(ArithmeticException.class);
  }
}
