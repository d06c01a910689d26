package nl.banenschakel.agreement.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.banenschakel.agreement.Agreement;
import nl.banenschakel.agreement.Content;
import nl.banenschakel.agreement.Content.Regime;
import nl.banenschakel.agreement.Side;
import nl.banenschakel.agreement.Terms;
import nl.banenschakel.agreement.Terms.Component;

/** What is agreed on, read out in one language: first who gets and pays what, then how and when. */
final class Sentences {
  private final WordingText text;
  private final Agreement parties;
  private final Content content;

  Sentences(WordingText text, Agreement parties, Content content) {
    this.text = text;
    this.parties = parties;
    this.content = content;
  }

  /**
   * All of them.
   *
   * @param inForce whether the rules of the regime are: amounts under others are indicative
   */
  List<String> all(boolean inForce) {
    var sentences = new ArrayList<String>();
    content.sharing().terms().forEach(terms -> sentences.add(sentence(terms)));
    sentences.addAll(gains());
    sentences.add(stated());
    var stating = content.stating();
    sentences.add(text.fill("corrections", Map.of("day", text.day(stating.correctionsUntil()))));
    var objecting = content.objecting();
    sentences.add(
        text.fill(
            "silence." + objecting.silence(), with("days", text.count("days", objecting.days()))));
    content.recognition().ifPresent(basis -> sentences.add(text.text("recognition." + basis)));
    var settling = content.settling();
    sentences.add(
        text.fill("final." + settling.trueUp(), Map.of("day", text.day(settling.finalFrom()))));
    sentences.add(valid());
    if (!inForce && sharesMoreThanLkv()) {
      sentences.add(text.text("indicative." + content.regime()));
    }
    return List.copyOf(sentences);
  }

  /** What is agreed on for one component. */
  String sentence(Terms terms) {
    var values = with(terms);
    values.put("rates", rates(terms));
    values.put("limits", limits(terms));
    values.put("settled", text.text("settled." + content.settling().every()));
    return text.fill("terms." + terms.basis(), values);
  }

  /** The names of who does what, and of what it is about. */
  Map<String, String> with(Terms terms) {
    var values = names();
    var component = text.text("component." + terms.component());
    values.put("component", component);
    values.put("Component", Character.toUpperCase(component.charAt(0)) + component.substring(1));
    values.put("payer", parties.name(terms.payer()));
    values.put("payee", parties.name(terms.payer().other()));
    return values;
  }

  private String rates(Terms terms) {
    var tiers = terms.tiers();
    var rates = new StringBuilder();
    for (int i = 0; i < tiers.size(); i++) {
      var rate = rate(terms, tiers.get(i));
      if (tiers.size() == 1) {
        rates.append(rate);
      } else if (i + 1 == tiers.size()) {
        rates.append(text.fill("tier.last", Map.of("rate", rate)));
      } else {
        rates.append(
            text.fill(
                i == 0 ? "tier.first" : "tier.next",
                Map.of("rate", rate, "bound", bound(terms, tiers.get(i + 1)))));
      }
    }
    return rates.toString();
  }

  private String rate(Terms terms, Terms.Tier tier) {
    return text.fill(
        "rate." + terms.basis(),
        Map.of(
            "percentage", text.fill("percentage", Map.of("number", text.number(tier.rate()))),
            "euro", text.euros(tier.rate()),
            "per", per(terms)));
  }

  private String bound(Terms terms, Terms.Tier next) {
    return text.fill(
        "bound." + terms.basis(),
        Map.of(
            "euro", text.euros(next.above()),
            "number", text.number(next.above()),
            "per", per(terms)));
  }

  private String limits(Terms terms) {
    var cap = terms.tiers().size() > 1 ? "cap.tiers" : "cap";
    return terms.floor().map(least -> limit("floor", text.euros(least), terms)).orElse("")
        + terms.cap().map(most -> limit(cap, text.euros(most), terms)).orElse("");
  }

  private String limit(String key, String euro, Terms terms) {
    return text.fill(key, Map.of("euro", euro, "per", per(terms)));
  }

  private String per(Terms terms) {
    return text.text("per." + terms.limitsPer());
  }

  private List<String> gains() {
    var sharing = content.sharing();
    var received =
        text.fill("received." + content.regime(), with("bonusTo", parties.name(sharing.bonusTo())));
    if (content.regime() != Regime.ACT_2025) {
      return List.of(received);
    }
    var paidBy = List.copyOf(sharing.opslagPaidBy());
    return List.of(
        received,
        paidBy.size() == 1
            ? text.fill("opslag.one", with("opslagPaidBy", parties.name(paidBy.get(0))))
            : text.fill("opslag.both", names()));
  }

  private String stated() {
    var stating = content.stating();
    var values = with("every", text.text("every." + stating.every()));
    values.put("channel", text.text("channel." + stating.channel()));
    values.put("days", text.count("days", stating.dueDays()));
    return text.fill(stating.dueDays() == 0 ? "stated.at-once" : "stated", values);
  }

  private String valid() {
    var values = with("from", text.day(content.validFrom()));
    content.validUntil().ifPresent(until -> values.put("until", text.day(until)));
    return text.fill(content.validUntil().isPresent() ? "valid.until" : "valid.open", values);
  }

  private boolean sharesMoreThanLkv() {
    return content.sharing().terms().stream().anyMatch(terms -> terms.component() != Component.LKV);
  }

  private Map<String, String> with(String name, String value) {
    var values = names();
    values.put(name, value);
    return values;
  }

  private Map<String, String> names() {
    var values = new HashMap<String, String>();
    values.put("provider", parties.name(Side.PROVIDER));
    values.put("receiver", parties.name(Side.RECEIVER));
    return values;
  }
}
