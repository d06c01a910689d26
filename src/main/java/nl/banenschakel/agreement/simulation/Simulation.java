package nl.banenschakel.agreement.simulation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.agreement.Side;
import nl.banenschakel.agreement.Terms.Component;
import nl.banenschakel.agreement.outcome.Outcome;
import nl.banenschakel.agreement.worked.StatedYear;
import nl.banenschakel.kernel.Money;

/**
 * What a draft comes to.
 *
 * @param parts every component that the rules of the draft know
 * @param net what each of the two has of all that is known; below zero where it pays
 */
record Simulation(StatedYear stated, List<Part> parts, Map<Side, Money> net) {
  /**
   * One component.
   *
   * @param indicative its rules are not in force
   * @param total what is received or paid in all; empty where no norm tells
   * @param outcome by the terms of the draft, where it has any for this component
   * @param breakEven the percentage of the total, in the place of all terms for this component, by
   *     which one of the two has nothing over and nothing to pay by all that is known; only where
   *     there is one from 0 to 100
   */
  record Part(
      Component component,
      boolean indicative,
      Optional<Money> total,
      Optional<Outcome> outcome,
      Map<Side, BigDecimal> breakEven) {}

  /** Whether it is known of every component what is received or paid. */
  boolean isComplete() {
    return parts.stream().allMatch(part -> part.total().isPresent());
  }

  /** Whether rules of the draft are not in force. */
  boolean isIndicative() {
    return parts.stream().anyMatch(Part::indicative);
  }
}
