package nl.banenschakel.agreement.content;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import nl.banenschakel.agreement.Side;
import nl.banenschakel.agreement.Terms;
import nl.banenschakel.agreement.Terms.Basis;
import nl.banenschakel.agreement.Terms.Component;
import nl.banenschakel.agreement.Terms.Per;
import nl.banenschakel.agreement.Terms.Tier;
import nl.banenschakel.kernel.Malformed;
import nl.banenschakel.kernel.Money;
import nl.banenschakel.platform.json.Fields;

/** Terms as the contract of the interface writes them. */
final class TermsJson {
  /** Tiers that one component has at most. */
  private static final int TIERS_MAX = 10;

  private static final int DECIMALS_MAX = 4;
  private static final BigDecimal PERCENT_MAX = new BigDecimal(100);
  private static final BigDecimal ABOVE_MAX = new BigDecimal(1_000_000_000);

  /** Euros: so many for every hour of as many people as can be are cents that a long holds. */
  private static final BigDecimal RATE_MAX = new BigDecimal(10_000_000);

  private static final Money LIMIT_MAX = new Money(100_000_000_000L);

  private static final String UNFIT =
      "LKV and bonus are received, opslag and heffing are paid: take the other percentage.";

  private TermsJson() {}

  /** Members in the order of their names. */
  static JsonObject of(Terms terms) {
    var tiers = new JsonArray();
    terms.tiers().forEach(tier -> tiers.add(of(tier)));
    var members = new TreeMap<String, Object>();
    members.put("basis", Words.text(terms.basis()));
    members.put("cap", terms.cap().map(TermsJson::number).orElse(null));
    members.put("component", Words.text(terms.component()));
    members.put("floor", terms.floor().map(TermsJson::number).orElse(null));
    members.put("limitsPer", Words.text(terms.limitsPer()));
    members.put("payer", Words.text(terms.payer()));
    members.put("tiers", tiers);
    return new JsonObject(members);
  }

  /** Reads one, or fails with every mistake. */
  static Terms parse(Fields in) {
    var component = in.required("component", Words.of(Component.class));
    var basis = in.required("basis", Words.of(Basis.class));
    var payer = in.required("payer", Words.of(Side.class));
    var tiers = in.list("tiers", 1, TIERS_MAX, TermsJson::tier);
    var floor = in.optionalNumber("floor", TermsJson::limit);
    var cap = in.optionalNumber("cap", TermsJson::limit);
    var per = in.optional("limitsPer", Words.of(Per.class));
    component
        .optional()
        .flatMap(it -> basis.optional().filter(by -> !fits(it, by)))
        .ifPresent(unfit -> in.refuse("basis", "BASIS_UNFIT", UNFIT));
    tiers.optional().ifPresent(all -> requireOrder(in, all));
    tiers.optional().ifPresent(all -> basis.optional().ifPresent(by -> requireRates(in, by, all)));
    if (floor.optional().isPresent()
        && cap.optional().filter(most -> most.compareTo(floor.get()) < 0).isPresent()) {
      in.refuse("cap", "LIMITS_ORDER", "The cap lies below the floor.");
    }
    return in.build(
        () ->
            new Terms(
                component.get(),
                basis.get(),
                payer.get(),
                tiers.get(),
                floor.optional(),
                cap.optional(),
                per.optional().orElse(Per.YEAR)));
  }

  private static boolean fits(Component component, Basis basis) {
    return !basis.isPercentage()
        || component.isReceived() == (basis == Basis.PERCENTAGE_OF_RECEIVED);
  }

  private static void requireOrder(Fields in, List<Tier> tiers) {
    boolean ordered = tiers.isEmpty() || tiers.get(0).above().signum() == 0;
    for (int i = 1; i < tiers.size(); i++) {
      ordered &= tiers.get(i).above().compareTo(tiers.get(i - 1).above()) > 0;
    }
    if (!ordered) {
      in.refuse(
          "tiers", "TIERS_ORDER", "The first tier is above 0, each next one above the one before.");
    }
  }

  private static void requireRates(Fields in, Basis basis, List<Tier> tiers) {
    if (basis.isPercentage()
        && tiers.stream().anyMatch(tier -> tier.rate().compareTo(PERCENT_MAX) > 0)) {
      in.refuse("tiers", "PERCENTAGE_RANGE", "A percentage is at most 100.");
    }
    if (basis == Basis.FIXED && tiers.size() > 1) {
      in.refuse("tiers", "TIERS_OF_FIXED", "What is fixed has one tier.");
    }
  }

  private static Tier tier(Fields in) {
    var above = in.requiredNumber("above", number(true, ABOVE_MAX));
    var rate = in.requiredNumber("rate", number(false, RATE_MAX));
    return in.build(() -> new Tier(above.get(), rate.get()));
  }

  private static JsonObject of(Tier tier) {
    var members = new TreeMap<String, Object>();
    members.put("above", tier.above());
    members.put("rate", tier.rate());
    return new JsonObject(members);
  }

  private static Money limit(BigDecimal euros) {
    var limit = Money.euros(euros);
    if (limit.compareTo(Money.NONE) <= 0 || limit.compareTo(LIMIT_MAX) > 0) {
      throw new Malformed("AMOUNT_RANGE", "Expected more than 0 and at most 1000000000 euros.");
    }
    return limit;
  }

  /** A number that has one form only, whatever zeros it was sent with. */
  private static Function<BigDecimal, BigDecimal> number(boolean zero, BigDecimal most) {
    return sent -> {
      if (sent.signum() < (zero ? 0 : 1) || sent.compareTo(most) > 0) {
        throw new Malformed(
            "NUMBER_RANGE",
            "Expected %s and at most %s.".formatted(zero ? "0 or more" : "more than 0", most));
      }
      var plain = plain(sent);
      if (plain.scale() > DECIMALS_MAX) {
        throw new Malformed("NUMBER_FORM", "Expected at most four decimals.");
      }
      return plain;
    };
  }

  private static BigDecimal number(Money money) {
    return plain(money.euros());
  }

  private static BigDecimal plain(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
