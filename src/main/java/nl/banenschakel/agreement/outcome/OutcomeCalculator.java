package nl.banenschakel.agreement.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import nl.banenschakel.agreement.Content;
import nl.banenschakel.agreement.Terms;
import nl.banenschakel.agreement.Terms.Basis;
import nl.banenschakel.agreement.Terms.Component;
import nl.banenschakel.agreement.Terms.Per;
import nl.banenschakel.agreement.outcome.HoursOfYear.Group;
import nl.banenschakel.kernel.Money;
import nl.banenschakel.kernel.VerloondeUren;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;

/** What components and their terms come to in a year: pure, by the norms of a day. */
public final class OutcomeCalculator {
  /** Digits of what one person has of something: more than any rate has. */
  private static final int DECIMALS = 10;

  private final Norms norms;
  private final LocalDate day;
  private final HoursOfYear hours;
  private final Map<Component, Money> amounts;

  /**
   * Over the hours of a year.
   *
   * @param amounts received or paid in all, where they are known otherwise than by law
   */
  public OutcomeCalculator(
      Norms norms, LocalDate day, HoursOfYear hours, Map<Component, Money> amounts) {
    this.norms = norms;
    this.day = day;
    this.hours = hours;
    this.amounts = Map.copyOf(amounts);
  }

  /** Whether the rules that a content is under are in force on its first day. */
  public static boolean isInForce(Norms norms, Content content) {
    var name =
        switch (content.regime()) {
          case QUOTUM_2015 -> NormName.QUOTUM_ACTIVE;
          case ACT_2025 -> NormName.BONUS_AND_OPSLAG_ACTIVE;
        };
    return norms.at(name, content.validFrom()).integer() == 1;
  }

  /** What the payer pays, and of what. */
  public Outcome outcome(Terms terms) {
    return new Outcome(terms, total(terms.component()), due(terms));
  }

  /**
   * What is received or paid in all. Known by law is the LKV only: so much for each verloond uur,
   * up to a maximum a person (Wtl 2.10 to 2.13). On days before there was any, that is not known
   * either.
   */
  public Optional<Money> total(Component component) {
    var given = Optional.ofNullable(amounts.get(component));
    return component == Component.LKV ? given.or(this::lkv) : given;
  }

  private Optional<Money> lkv() {
    var sum = Money.NONE;
    for (var group : hours.groups()) {
      var each = lkv(group.each());
      if (each.isEmpty()) {
        return each;
      }
      sum = sum.plus(each.get().times(group.persons()));
    }
    return Optional.of(sum);
  }

  private Optional<Money> lkv(VerloondeUren each) {
    var most = norms.find(NormName.LKV_EURO_MAX, day).map(it -> Money.euros(it.decimal()));
    return norms
        .find(NormName.LKV_EURO_PER_HOUR, day)
        .map(rate -> Money.rounded(rate.decimal().multiply(BigDecimal.valueOf(each.hours()))))
        .flatMap(it -> most.map(it::atMost));
  }

  private Optional<Money> due(Terms terms) {
    if (terms.limitsPer() == Per.YEAR) {
      var all =
          terms.basis().isPercentage()
              ? total(terms.component()).map(Money::euros)
              : Optional.of(measured(terms, hours.total()));
      return all.map(terms::due);
    }
    var sum = Money.NONE;
    for (var group : hours.groups()) {
      var each = ofOne(terms, group).map(terms::due);
      if (each.isEmpty()) {
        return each;
      }
      sum = sum.plus(each.get().times(group.persons()));
    }
    return Optional.of(sum);
  }

  /** What one of a group has: an amount that is known otherwise is as much for each person. */
  private Optional<BigDecimal> ofOne(Terms terms, Group group) {
    if (!terms.basis().isPercentage()) {
      return Optional.of(measured(terms, BigDecimal.valueOf(group.each().hours())));
    }
    var given = Optional.ofNullable(amounts.get(terms.component()));
    if (given.isEmpty() && terms.component() == Component.LKV) {
      return lkv(group.each()).map(Money::euros);
    }
    var persons = BigDecimal.valueOf(hours.persons());
    return given.map(it -> it.euros().divide(persons, DECIMALS, RoundingMode.HALF_UP));
  }

  private BigDecimal measured(Terms terms, BigDecimal ofHours) {
    return terms.basis() == Basis.EURO_PER_JOB
        ? ofHours.divide(
            norms.at(NormName.HOURS_PER_JOB_PER_YEAR, day).decimal(),
            DECIMALS,
            RoundingMode.HALF_UP)
        : ofHours;
  }
}
