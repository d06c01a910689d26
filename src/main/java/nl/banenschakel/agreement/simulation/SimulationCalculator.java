package nl.banenschakel.agreement.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.agreement.Content;
import nl.banenschakel.agreement.Side;
import nl.banenschakel.agreement.Terms;
import nl.banenschakel.agreement.Terms.Component;
import nl.banenschakel.agreement.outcome.Outcome;
import nl.banenschakel.agreement.outcome.OutcomeCalculator;
import nl.banenschakel.agreement.simulation.Simulation.Part;
import nl.banenschakel.agreement.worked.StatedYear;
import nl.banenschakel.kernel.Money;
import nl.banenschakel.norm.Norms;

/** Works out what a draft comes to: pure, by the norms of the draft's first day. */
final class SimulationCalculator {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** As many as a rate has. */
  private static final int DECIMALS = 4;

  private final Content content;
  private final OutcomeCalculator outcomes;
  private final boolean inForce;

  SimulationCalculator(Norms norms, Content content, StatedYear stated) {
    this.content = content;
    outcomes = new OutcomeCalculator(norms, content.validFrom(), stated.hours(), Map.of());
    inForce = OutcomeCalculator.isInForce(norms, content);
  }

  static Simulation simulate(Norms norms, Content content, StatedYear stated) {
    var calculator = new SimulationCalculator(norms, content, stated);
    var parts =
        Arrays.stream(Component.values())
            .filter(content.regime()::has)
            .map(calculator::part)
            .toList();
    var net = new EnumMap<Side, Money>(Side.class);
    for (var side : Side.values()) {
      net.put(side, calculator.net(side, parts));
    }
    var whole = parts.stream().map(part -> calculator.withBreakEven(part, net)).toList();
    return new Simulation(stated, whole, net);
  }

  private Part part(Component component) {
    return new Part(
        component,
        component != Component.LKV && !inForce,
        outcomes.total(component),
        terms(component).map(outcomes::outcome),
        Map.of());
  }

  private Optional<Terms> terms(Component component) {
    return content.sharing().terms().stream()
        .filter(terms -> terms.component() == component)
        .findFirst();
  }

  private Money net(Side side, List<Part> parts) {
    var net = Money.NONE;
    for (var part : parts) {
      net = net.plus(gain(side, part)).plus(transfer(side, part));
    }
    return net;
  }

  /** What the state gives one of the two. What it takes is of components that no norm tells. */
  private Money gain(Side side, Part part) {
    return part.component().isReceived() && content.sharing().bonusTo() == side
        ? part.total().orElse(Money.NONE)
        : Money.NONE;
  }

  /** What the other one pays to it; below zero where it pays the other one. */
  private static Money transfer(Side side, Part part) {
    var due = part.outcome().flatMap(Outcome::due).orElse(Money.NONE);
    boolean pays = part.outcome().filter(it -> it.terms().payer() == side).isPresent();
    return pays ? Money.NONE.minus(due) : due;
  }

  private Part withBreakEven(Part part, Map<Side, Money> net) {
    if (!part.component().isReceived() || part.total().filter(Money.NONE::equals).isPresent()) {
      return part;
    }
    var shares = new EnumMap<Side, BigDecimal>(Side.class);
    for (var side : Side.values()) {
      var without = net.getOrDefault(side, Money.NONE).minus(transfer(side, part));
      var left = content.sharing().bonusTo() == side ? without : Money.NONE.minus(without);
      part.total().map(total -> share(left, total)).ifPresent(share -> put(shares, side, share));
    }
    return new Part(part.component(), part.indicative(), part.total(), part.outcome(), shares);
  }

  private static void put(Map<Side, BigDecimal> shares, Side side, BigDecimal share) {
    if (share.signum() >= 0 && share.compareTo(HUNDRED) <= 0) {
      shares.put(side, share);
    }
  }

  private static BigDecimal share(Money part, Money total) {
    return HUNDRED
        .multiply(part.euros())
        .divide(total.euros(), DECIMALS, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }
}
