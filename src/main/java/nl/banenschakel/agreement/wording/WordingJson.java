package nl.banenschakel.agreement.wording;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.banenschakel.agreement.Agreement;
import nl.banenschakel.agreement.Content;
import nl.banenschakel.agreement.content.Words;
import nl.banenschakel.agreement.outcome.Outcome;
import nl.banenschakel.agreement.outcome.OutcomeCalculator;
import nl.banenschakel.kernel.Money;
import nl.banenschakel.norm.Norms;

/** Agreements in sentences, as the contract of the interface has them. */
public final class WordingJson {
  private final Norms norms;

  /** By these norms. */
  public WordingJson(Norms norms) {
    this.norms = norms;
  }

  /** What is agreed on, in both languages; the agreement says between whom. */
  public JsonObject sentences(Agreement parties, Content content) {
    return new JsonObject()
        .put("nl", new JsonArray(sentences(WordingText.DUTCH, parties, content)))
        .put("en", new JsonArray(sentences(WordingText.ENGLISH, parties, content)));
  }

  /** The same with an example. */
  public JsonObject explanation(Agreement parties, Content content, Figures figures) {
    var outcomes = outcomes(content, figures);
    var components = new JsonArray();
    outcomes.forEach(outcome -> components.add(of(outcome)));
    return new JsonObject()
        .put("indicative", !isInForce(content))
        .put("sentences", sentences(parties, content))
        .put(
            "example",
            new JsonObject()
                .put("nl", new JsonArray(example(WordingText.DUTCH, parties, content, figures)))
                .put("en", new JsonArray(example(WordingText.ENGLISH, parties, content, figures))))
        .put("components", components);
  }

  List<String> sentences(WordingText text, Agreement parties, Content content) {
    return new Sentences(text, parties, content).all(isInForce(content));
  }

  List<String> example(WordingText text, Agreement parties, Content content, Figures figures) {
    var sentences = new Sentences(text, parties, content);
    var example = new ArrayList<String>();
    example.add(
        text.fill(
            "example",
            Map.of(
                "persons", text.count("persons", figures.persons()),
                "hours", text.number(figures.each().hours()))));
    outcomes(content, figures).forEach(it -> example.add(example(text, sentences, it)));
    return List.copyOf(example);
  }

  private static String example(WordingText text, Sentences sentences, Outcome outcome) {
    var values = sentences.with(outcome.terms());
    outcome.total().ifPresent(total -> values.put("total", text.euros(total)));
    outcome.due().ifPresent(due -> values.put("due", text.euros(due)));
    outcome.kept().ifPresent(kept -> values.put("kept", text.euros(kept)));
    if (outcome.due().isEmpty()) {
      return text.fill("example.unknown", values);
    }
    if (outcome.kept().isEmpty()) {
      return text.fill("example.due", values);
    }
    return text.fill(
        outcome.terms().component().isReceived() ? "example.received" : "example.paid", values);
  }

  private List<Outcome> outcomes(Content content, Figures figures) {
    var calculator =
        new OutcomeCalculator(norms, content.validFrom(), figures.hours(), figures.amounts());
    return content.sharing().terms().stream().map(calculator::outcome).toList();
  }

  private boolean isInForce(Content content) {
    return OutcomeCalculator.isInForce(norms, content);
  }

  private static JsonObject of(Outcome outcome) {
    return new JsonObject()
        .put("component", Words.text(outcome.terms().component()))
        .put("total", outcome.total().map(Money::euros).orElse(null))
        .put("payer", Words.text(outcome.terms().payer()))
        .put("due", outcome.due().map(Money::euros).orElse(null))
        .put("kept", outcome.kept().map(Money::euros).orElse(null));
  }
}
