package nl.banenschakel.register.presence;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.register.EvidenceJson;

/** Presence over HTTP. */
final class PresenceRoutes {
  private static final Set<Role> READ = Set.of(Role.HR, Role.PAYROLL);

  private final PresenceService presences;

  PresenceRoutes(PresenceService presences) {
    this.presences = presences;
  }

  void mount(Endpoints http) {
    http.get("listPresence", "/v1/persons/:id/presence", READ, Reads.REGISTER, this::list);
  }

  private Future<Reply> list(Call call) {
    var person = call.pathId("id");
    var parameters = call.parameters();
    var named = PresenceQuestion.of(parameters);
    var question = parameters.build(named);
    return presences
        .of(call.caller(), person, question)
        .map(found -> Reply.ok(json(person, question, found)).about(People.of(List.of(person))));
  }

  private static JsonObject json(UUID person, PresenceQuestion question, List<Presence> presences) {
    var items = new JsonArray();
    presences.forEach(presence -> items.add(json(presence)));
    return new JsonObject()
        .put("personId", person.toString())
        .put("loonheffingennummer", question.number().text())
        .put("items", items);
  }

  private static JsonObject json(Presence presence) {
    var evidence = new JsonArray();
    presence
        .evidence()
        .forEach(piece -> evidence.add(EvidenceJson.of(piece.id(), piece.isAnswer())));
    return new JsonObject()
        .put("tijdvak", presence.tijdvak().code())
        .put("presence", presence.state().name())
        .put("evidence", evidence);
  }
}
