package nl.banenschakel.payroll.total;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.platform.http.Parameters;

/**
 * What somebody says that the wage returns of a tijdvak come to: all income relationships in them,
 * of every kind of income.
 *
 * @param hours of all relationships together
 * @param relationships how many there are, where that is said too
 */
public record StatedTotal(VerloondeUren hours, Optional<Integer> relationships) {
  private static final int RELATIONSHIPS_MAX = 10_000_000;
  private static final long HOURS_MAX = 10_000_000_000L;
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");

  /** As parameters of a wage return; the number of relationships says nothing without the hours. */
  public static Supplier<Optional<StatedTotal>> of(Parameters parameters) {
    var relationships =
        parameters
            .query("controlRelationships", text -> (int) whole(text, 0, RELATIONSHIPS_MAX))
            .optional();
    var named =
        parameters.query(
            "controlVerloondeUren", text -> new VerloondeUren(whole(text, -HOURS_MAX, HOURS_MAX)));
    if (relationships.get().isPresent()) {
      var hours = named.required();
      return () -> Optional.of(new StatedTotal(hours.get(), relationships.get()));
    }
    var hours = named.optional();
    return () -> hours.get().map(it -> new StatedTotal(it, Optional.empty()));
  }

  /** The same for the same total: what was said beside a file is part of what was delivered. */
  public String text() {
    return "control %d %s"
        .formatted(hours.hours(), relationships.map(Object::toString).orElse("-"));
  }

  static VerloondeUren hours(BigDecimal number) {
    return new VerloondeUren(whole(number, -HOURS_MAX, HOURS_MAX));
  }

  static int relationships(BigDecimal number) {
    return (int) whole(number, 0, RELATIONSHIPS_MAX);
  }

  /** A number with a long exponent is refused before it is written out. */
  private static long whole(BigDecimal number, long min, long max) {
    if (number.compareTo(BigDecimal.valueOf(min)) < 0
        || number.compareTo(BigDecimal.valueOf(max)) > 0
        || number.stripTrailingZeros().scale() > 0) {
      throw malformed(min, max);
    }
    return number.longValueExact();
  }

  private static long whole(String text, long min, long max) {
    if (!WHOLE.matcher(text).matches()) {
      throw malformed(min, max);
    }
    return whole(new BigDecimal(text), min, max);
  }

  private static Malformed malformed(long min, long max) {
    return new Malformed(
        "CONTROL_TOTAL_FORM", "Expected a whole number from %d to %d.".formatted(min, max));
  }
}
