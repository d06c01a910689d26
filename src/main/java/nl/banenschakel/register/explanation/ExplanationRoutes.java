package nl.banenschakel.register.explanation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.register.EvidenceJson;
import nl.banenschakel.register.explanation.ExplanationService.Explained;

/** Explanations over HTTP. */
final class ExplanationRoutes {
  private static final Set<Role> READ = Set.of(Role.HR, Role.PAYROLL);

  private final ExplanationService explanations;

  ExplanationRoutes(ExplanationService explanations) {
    this.explanations = explanations;
  }

  void mount(Endpoints http) {
    http.post("explainPerson", "/v1/persons/_explain", READ, Reads.REGISTER, this::explain);
  }

  private Future<Reply> explain(Call call) {
    return call.json(PersonQuestion::parse)
        .compose(
            question ->
                explanations
                    .explain(call.caller(), question)
                    .map(explained -> reply(question, explained)));
  }

  private static Reply reply(PersonQuestion question, Explained explained) {
    var person = explained.explanation().facts().person();
    // That somebody is not known here is told of a person too.
    return Reply.ok(json(question, explained))
        .about(new People(1, person.stream().collect(Collectors.toSet())));
  }

  private static JsonObject json(PersonQuestion question, Explained explained) {
    var explanation = explained.explanation();
    var facts = explanation.facts();
    var causes = new JsonArray();
    explanation
        .findings()
        .forEach(finding -> causes.add(json(finding, facts, explained.answers())));
    return new JsonObject()
        .put("loonheffingennummer", question.number().text())
        .put("day", question.day().toString())
        .put("personId", facts.person().map(UUID::toString).orElse(null))
        .put("isThere", explanation.isThere())
        .put("causes", causes)
        .put("next", next(explanation));
  }

  private static JsonObject json(
      Explanation.Finding finding, Facts facts, Map<UUID, Boolean> answers) {
    return new JsonObject()
        .put("cause", finding.cause().name())
        .put("verdict", finding.verdict().name())
        .put("evidence", evidence(finding.evidence(), answers))
        .put(
            "sentences",
            new JsonObject()
                .put("nl", ExplanationText.DUTCH.of(finding, facts))
                .put("en", ExplanationText.ENGLISH.of(finding, facts)));
  }

  private static JsonArray evidence(List<UUID> ids, Map<UUID, Boolean> answers) {
    var evidence = new JsonArray();
    ids.forEach(id -> evidence.add(EvidenceJson.of(id, answers.getOrDefault(id, false))));
    return evidence;
  }

  private static JsonObject next(Explanation explanation) {
    var decisive = explanation.decisive();
    var party = decisive.map(it -> it.cause().party()).orElse(Cause.Party.NOBODY);
    return new JsonObject()
        .put("cause", decisive.map(it -> it.cause().name()).orElse(null))
        .put("party", party.name())
        .put(
            "sentences",
            new JsonObject()
                .put("nl", ExplanationText.DUTCH.next(explanation))
                .put("en", ExplanationText.ENGLISH.next(explanation)));
  }
}
