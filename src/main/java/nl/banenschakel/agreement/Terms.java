package nl.banenschakel.agreement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Money;

/**
 * How one component is shared (DOMAIN 5.4): by what it is measured, at which rate, and who pays the
 * other. Tiers and limits are of a calendar year.
 *
 * @param payer who pays; the other one is paid
 * @param tiers at least one; the first begins at nothing, each next one above the one before it
 * @param floor the payer pays no less, where there is one and anything is due at all
 * @param cap the payer pays no more, where there is one
 * @param limitsPer of what floor and cap are
 */
public record Terms(
    Component component,
    Basis basis,
    Side payer,
    List<Tier> tiers,
    Optional<Money> floor,
    Optional<Money> cap,
    Per limitsPer) {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** A part of the whole that has a price of its own. */
  public enum Component {
    /** Loonkostenvoordeel doelgroep banenafspraak (Wtl 2.10 to 2.13). */
    LKV,
    /** Banenafspraakbonus (act of 23 April 2025). */
    BONUS,
    /** Inclusiviteitsopslag (act of 23 April 2025, article 6). */
    OPSLAG,
    /** Quotumheffing (act of 2015). */
    HEFFING;

    /** Whether somebody receives it; else somebody pays it. */
    public boolean isReceived() {
      return this == LKV || this == BONUS;
    }
  }

  /** By what is measured how much the payer pays. */
  public enum Basis {
    /** A percentage of what the payer received. */
    PERCENTAGE_OF_RECEIVED,
    /** A percentage of what the other one paid. */
    PERCENTAGE_OF_PAID,
    /** Euros for each verified hour. */
    EURO_PER_VERIFIED_HOUR,
    /** Euros for each job of a year. */
    EURO_PER_JOB,
    /** Euros a year, whatever was received, paid or worked. */
    FIXED;

    /** Whether the rate is a percentage; else it is euros. */
    public boolean isPercentage() {
      return this == PERCENTAGE_OF_RECEIVED || this == PERCENTAGE_OF_PAID;
    }
  }

  /** Of what a floor or a cap is. */
  public enum Per {
    /** All together. */
    YEAR,
    /** Each person by itself. */
    PERSON_YEAR
  }

  /**
   * From where on which rate holds.
   *
   * @param above in the measure of the basis: euros, verified hours or jobs of a year
   * @param rate a percentage or euros, with at most four decimals
   */
  public record Tier(BigDecimal above, BigDecimal rate) {}

  /**
   * What the payer pays for a year.
   *
   * @param measured euros received or paid, verified hours, or jobs, as the basis says; of all
   *     people together, or of one where limits are of a person; of something fixed it is not asked
   */
  public Money due(BigDecimal measured) {
    if (basis == Basis.FIXED) {
      return limited(Money.rounded(tiers.get(0).rate()));
    }
    if (measured.signum() <= 0) {
      return Money.NONE;
    }
    var sum = BigDecimal.ZERO;
    for (int i = 0; i < tiers.size(); i++) {
      var from = tiers.get(i).above();
      var until = i + 1 < tiers.size() ? tiers.get(i + 1).above().min(measured) : measured;
      sum = sum.add(until.subtract(from).max(BigDecimal.ZERO).multiply(tiers.get(i).rate()));
    }
    return limited(Money.rounded(basis.isPercentage() ? sum.divide(HUNDRED) : sum));
  }

  private Money limited(Money due) {
    var raised = floor.map(due::atLeast).orElse(due);
    return cap.map(raised::atMost).orElse(raised);
  }
}
