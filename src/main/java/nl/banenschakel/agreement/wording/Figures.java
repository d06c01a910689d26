package nl.banenschakel.agreement.wording;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.banenschakel.agreement.Terms.Component;
import nl.banenschakel.agreement.outcome.HoursOfYear;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.Money;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.platform.json.Fields;

/**
 * A year to work an example out with.
 *
 * @param version which is explained; empty: the draft where there is one, else the latest version
 * @param persons who are in the register, 1 to 100,000
 * @param each verloonde uren of each person in the year, all of them verified; 0 to 8,784
 * @param amounts what was received or paid in the year for all of them
 */
public record Figures(
    Optional<Integer> version, int persons, VerloondeUren each, Map<Component, Money> amounts) {
  /** Of both together. */
  private static final int VERSIONS_MAX = 200;

  private static final int PERSONS_MAX = 100_000;

  /** A leap year has no more. */
  private static final int HOURS_MAX = 8_784;

  /** All of them in one group. */
  HoursOfYear hours() {
    return new HoursOfYear(List.of(new HoursOfYear.Group(each, persons)));
  }

  /** Reads a body, or fails with every mistake. */
  public static Figures parse(Fields in) {
    var version = in.optionalNumber("version", whole(1, VERSIONS_MAX));
    var persons = in.requiredNumber("persons", whole(1, PERSONS_MAX));
    var hours = in.requiredNumber("verloondeUrenPerPerson", whole(0, HOURS_MAX));
    var lkv = in.optionalNumber("lkv", Figures::amount);
    var bonus = in.optionalNumber("bonus", Figures::amount);
    var opslag = in.optionalNumber("opslag", Figures::amount);
    var heffing = in.optionalNumber("heffing", Figures::amount);
    return in.build(
        () -> {
          var amounts = new EnumMap<Component, Money>(Component.class);
          lkv.optional().ifPresent(amount -> amounts.put(Component.LKV, amount));
          bonus.optional().ifPresent(amount -> amounts.put(Component.BONUS, amount));
          opslag.optional().ifPresent(amount -> amounts.put(Component.OPSLAG, amount));
          heffing.optional().ifPresent(amount -> amounts.put(Component.HEFFING, amount));
          return new Figures(
              version.optional(), persons.get(), new VerloondeUren(hours.get()), amounts);
        });
  }

  private static Money amount(BigDecimal euros) {
    var amount = Money.euros(euros);
    if (amount.compareTo(Money.NONE) < 0) {
      throw new Malformed("AMOUNT_RANGE", "Expected 0 euros or more.");
    }
    return amount;
  }

  private static Function<BigDecimal, Integer> whole(int least, int most) {
    return sent -> {
      if (sent.stripTrailingZeros().scale() > 0
          || sent.compareTo(BigDecimal.valueOf(least)) < 0
          || sent.compareTo(BigDecimal.valueOf(most)) > 0) {
        throw new Malformed(
            "NUMBER_RANGE", "Expected a whole number from %d to %d.".formatted(least, most));
      }
      return sent.intValue();
    };
  }
}
