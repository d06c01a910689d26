package nl.banenschakel.person.search;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;

/** People over HTTP. */
final class PersonRoutes {
  private static final Set<Role> READ = Set.of(Role.HR, Role.PAYROLL);

  private final PersonSearch search;

  PersonRoutes(PersonSearch search) {
    this.search = search;
  }

  void mount(Endpoints http) {
    http.post("searchPersons", "/v1/persons/_search", READ, Reads.PERSONS, this::search);
  }

  private Future<Reply> search(Call call) {
    return call.json(SearchDraft::parse)
        .compose(
            draft ->
                search
                    .find(call.caller(), draft.bsns())
                    .map(found -> Reply.ok(json(found)).about(people(draft, found))));
  }

  /** That somebody is not known here is told of a person too: who tries many shows in the audit. */
  private static People people(SearchDraft draft, List<FoundPerson> found) {
    var ids = found.stream().map(FoundPerson::id).collect(Collectors.toSet());
    return new People(draft.bsns().size(), ids);
  }

  private static JsonObject json(List<FoundPerson> found) {
    var items = new JsonArray();
    found.forEach(person -> items.add(json(person)));
    return new JsonObject().put("items", items);
  }

  /** Which of the numbers it is of is told by its place: the number itself is in no answer. */
  private static JsonObject json(FoundPerson person) {
    var contracts = new JsonArray();
    person.contracts().forEach(contract -> contracts.add(json(contract)));
    return new JsonObject()
        .put("at", "/bsns/" + person.place())
        .put("personId", person.id().toString())
        .put("knownSince", person.knownSince().toInstant().toString())
        .put("registerLists", person.listed())
        .put("registerAnswers", person.answered())
        .put("contracts", contracts);
  }

  private static JsonObject json(FoundPerson.Contract contract) {
    return new JsonObject()
        .put("id", contract.id().toString())
        .put("loonheffingennummer", contract.number().text())
        .put("source", contract.source())
        .put("personnelNumber", contract.personnelNumber())
        .put("contractNumber", contract.contractNumber().orElse(null));
  }
}
