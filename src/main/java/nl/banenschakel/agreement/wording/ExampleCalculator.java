package nl.banenschakel.agreement.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import nl.banenschakel.agreement.Terms;
import nl.banenschakel.agreement.Terms.Basis;
import nl.banenschakel.agreement.Terms.Component;
import nl.banenschakel.agreement.Terms.Per;
import nl.banenschakel.kernel.Money;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;

/** What terms come to in a year: pure, by the norms of a day. */
final class ExampleCalculator {
  /** Digits of what one person has of something: more than any rate has. */
  private static final int DECIMALS = 10;

  private final Norms norms;
  private final LocalDate day;

  ExampleCalculator(Norms norms, LocalDate day) {
    this.norms = norms;
    this.day = day;
  }

  /**
   * What one component comes to.
   *
   * @param total received or paid in all; empty where that is not known
   * @param due what the payer pays; empty where it is a share of what is not known
   */
  record Outcome(Terms terms, Optional<Money> total, Optional<Money> due) {

    /** What is left of the total, where it is shared by percentage. */
    Optional<Money> kept() {
      return terms.basis().isPercentage()
          ? total.flatMap(all -> due.map(all::minus))
          : Optional.empty();
    }
  }

  Outcome outcome(Terms terms, Figures figures) {
    var total = total(terms.component(), figures);
    return new Outcome(
        terms, total, measured(terms, figures, total).map(it -> due(terms, it, figures)));
  }

  /**
   * Known by law is the LKV only: so much for each verloond uur, up to a maximum a person. On days
   * before there was any, that is not known either.
   */
  private Optional<Money> total(Component component, Figures figures) {
    var given = Optional.ofNullable(figures.amounts().get(component));
    if (component != Component.LKV || given.isPresent()) {
      return given;
    }
    var hours = BigDecimal.valueOf(figures.each().hours());
    var each =
        norms
            .find(NormName.LKV_EURO_PER_HOUR, day)
            .map(rate -> Money.rounded(rate.decimal().multiply(hours)));
    var most = norms.find(NormName.LKV_EURO_MAX, day).map(it -> Money.euros(it.decimal()));
    return each.flatMap(it -> most.map(it::atMost)).map(it -> it.times(figures.persons()));
  }

  /** Of all people together. */
  private Optional<BigDecimal> measured(Terms terms, Figures figures, Optional<Money> total) {
    if (terms.basis().isPercentage()) {
      return total.map(Money::euros);
    }
    var hours = BigDecimal.valueOf(figures.each().hours() * figures.persons());
    return Optional.of(
        terms.basis() == Basis.EURO_PER_JOB
            ? hours.divide(
                norms.at(NormName.HOURS_PER_JOB_PER_YEAR, day).decimal(),
                DECIMALS,
                RoundingMode.HALF_UP)
            : hours);
  }

  private static Money due(Terms terms, BigDecimal measured, Figures figures) {
    if (terms.limitsPer() == Per.YEAR) {
      return terms.due(measured);
    }
    var persons = BigDecimal.valueOf(figures.persons());
    return terms
        .due(measured.divide(persons, DECIMALS, RoundingMode.HALF_UP))
        .times(figures.persons());
  }
}
