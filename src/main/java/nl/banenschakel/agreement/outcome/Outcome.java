package nl.banenschakel.agreement.outcome;

import java.util.Optional;
import nl.banenschakel.agreement.Terms;
import nl.banenschakel.kernel.Money;

/**
 * What the terms of one component come to in a year.
 *
 * @param total received or paid in all; empty where that is not known
 * @param due what the payer pays; empty where it is a share of what is not known
 */
public record Outcome(Terms terms, Optional<Money> total, Optional<Money> due) {

  /** What is left of the total, where it is shared by percentage. */
  public Optional<Money> kept() {
    return terms.basis().isPercentage()
        ? total.flatMap(all -> due.map(all::minus))
        : Optional.empty();
  }
}
