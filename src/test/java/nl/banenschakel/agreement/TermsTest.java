package nl.banenschakel.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.banenschakel.agreement.Terms.Basis;
import nl.banenschakel.agreement.Terms.Component;
import nl.banenschakel.agreement.Terms.Per;
import nl.banenschakel.agreement.Terms.Tier;
import nl.banenschakel.kernel.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What terms come to, worked out by hand. */
class TermsTest {
  @ParameterizedTest(name = "{0} of {2} is {3}")
  @CsvSource({
    "PERCENTAGE_OF_RECEIVED,0:40,1515.00,606.00",
    "PERCENTAGE_OF_RECEIVED,0:33.3333,0.05,0.02",
    "PERCENTAGE_OF_RECEIVED,0:40,0,0.00",
    "PERCENTAGE_OF_RECEIVED,0:40 10000:20,10000,4000.00",
    "PERCENTAGE_OF_RECEIVED,0:40 10000:20,15000,5000.00",
    "PERCENTAGE_OF_PAID,0:50,1000.01,500.01",
    "EURO_PER_VERIFIED_HOUR,0:0.505,1331,672.16",
    "EURO_PER_VERIFIED_HOUR,0:0.50 1000:0.30 2000:0.10,2500,850.00",
    "EURO_PER_JOB,0:500,1.5,750.00",
    "FIXED,0:1000,0,1000.00"
  })
  void it_is_what_the_tiers_say(Basis basis, String tiers, BigDecimal measured, BigDecimal due) {
    assertThat(terms(basis, tiers, "", "").due(measured)).isEqualTo(Money.euros(due));
  }

  @ParameterizedTest(name = "{0} between {1} and {2} is {3}")
  @CsvSource({
    "10000,,2000,2000.00",
    "5000,,2000,2000.00",
    "4999,,2000,1999.60",
    "100,100,,100.00",
    "0,100,,0.00",
    "250,100,,100.00",
    "251,100,100,100.00"
  })
  void floor_and_cap_hold_once_anything_is_due(
      BigDecimal measured, String floor, String cap, BigDecimal due) {
    var terms = terms(Basis.PERCENTAGE_OF_RECEIVED, "0:40", text(floor), text(cap));

    assertThat(terms.due(measured)).isEqualTo(Money.euros(due));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_share_is_never_more_than_the_whole_and_grows_with_it(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      var tiers = "0:%d %d:%d".formatted(1 + random.nextInt(100), 1 + random.nextInt(5_000), 1);
      var terms = terms(Basis.PERCENTAGE_OF_RECEIVED, tiers, "", "");
      var less = new Money(random.nextInt(1_000_000));
      var more = new Money(less.cents() + random.nextInt(1_000_000));

      assertThat(terms.due(less.euros())).isLessThanOrEqualTo(less);
      assertThat(terms.due(less.euros())).isLessThanOrEqualTo(terms.due(more.euros()));
    }
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }

  private static Terms terms(Basis basis, String tiers, String floor, String cap) {
    return new Terms(
        Component.LKV, basis, Side.PROVIDER, tiers(tiers), limit(floor), limit(cap), Per.YEAR);
  }

  private static List<Tier> tiers(String text) {
    var tiers = new ArrayList<Tier>();
    for (var tier : text.split(" ", -1)) {
      var parts = tier.split(":", -1);
      tiers.add(new Tier(new BigDecimal(parts[0]), new BigDecimal(parts[1])));
    }
    return tiers;
  }

  private static Optional<Money> limit(String euros) {
    return euros.isEmpty() ? Optional.empty() : Optional.of(Money.euros(new BigDecimal(euros)));
  }
}
