package nl.banenschakel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({"2000,200000", "12.75,1275", "12.750,1275", "-0.01,-1", "1E+3,100000", "0,0"})
  void it_is_exact_to_the_cent(String euros, long cents) {
    assertThat(Money.euros(new BigDecimal(euros))).isEqualTo(new Money(cents));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.001", "1000000000000.01", "1E+99"})
  void what_is_no_amount_is_refused(String euros) {
    assertThatThrownBy(() -> Money.euros(new BigDecimal(euros))).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @CsvSource({"0.005,1", "0.0049,0", "-0.005,-1", "1515.0000,151500"})
  void a_half_cent_goes_away_from_zero(String euros, long cents) {
    assertThat(Money.rounded(new BigDecimal(euros)).cents()).isEqualTo(cents);
  }

  @Test
  void what_was_worked_out_may_be_more_than_anybody_sends() {
    assertThat(Money.rounded(new BigDecimal("8784000000000000.005")))
        .isEqualTo(new Money(878_400_000_000_000_001L));
  }

  @Test
  void sums_and_limits_are_exact() {
    var two = new Money(200);

    assertThat(two.minus(new Money(1)).times(3)).isEqualTo(new Money(597));
    assertThat(two.atMost(new Money(199)).atLeast(new Money(198))).isEqualTo(new Money(199));
    assertThatThrownBy(() -> new Money(Long.MIN_VALUE).minus(two))
        .isInstanceOf(ArithmeticException.class);
    assertThat(two).hasToString("EUR 2.00");
  }
}
