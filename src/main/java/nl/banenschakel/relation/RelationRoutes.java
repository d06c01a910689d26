package nl.banenschakel.relation;

import io.vertx.core.Future;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;

/** Relations over HTTP. */
final class RelationRoutes {
  private static final String PATH = "/v1/relations";
  private static final String ONE = PATH + "/:id";
  private static final Set<Role> KEEP =
      Set.of(Role.LENDER, Role.SUPPLIER, Role.FINANCE, Role.ADMIN);
  private static final Set<Role> READ =
      Set.of(
          Role.HR,
          Role.PAYROLL,
          Role.LENDER,
          Role.SUPPLIER,
          Role.FINANCE,
          Role.REVIEWER,
          Role.ADMIN);

  private final RelationService relations;

  RelationRoutes(RelationService relations) {
    this.relations = relations;
  }

  void mount(Endpoints http) {
    http.post("beginRelation", PATH, KEEP, Reads.NO_PERSONS, this::begin);
    http.get("listRelations", PATH, READ, Reads.NO_PERSONS, this::list);
    http.get("getRelation", ONE, READ, Reads.NO_PERSONS, this::get);
    http.command("withdrawRelation", ONE + "/_withdraw", KEEP, Reads.NO_PERSONS, this::withdraw);
    http.post("endRelation", ONE + "/_end", KEEP, Reads.NO_PERSONS, this::end);
    http.post("recordAdmission", ONE + "/admissions", KEEP, Reads.NO_PERSONS, this::record);
  }

  /** Where a relation can be read. */
  static String address(UUID id) {
    return PATH + "/" + id;
  }

  private Future<Reply> begin(Call call) {
    return call.json(RelationDraft::parse)
        .compose(draft -> relations.begin(call.caller(), draft))
        .map(begun -> Reply.created(address(begun.id()), RelationJson.of(begun)));
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return relations
        .list(call.caller(), paging.after(), paging.fetch())
        .map(found -> Reply.ok(paging.page(found, Relation::id, RelationJson::of)));
  }

  private Future<Reply> get(Call call) {
    return relations.find(call.caller(), call.pathId("id")).map(RelationRoutes::reply);
  }

  private Future<Reply> withdraw(Call call) {
    return relations.withdraw(call.caller(), call.pathId("id")).map(RelationRoutes::reply);
  }

  private Future<Reply> end(Call call) {
    var id = call.pathId("id");
    return call.json(EndDraft::parse)
        .compose(draft -> relations.end(call.caller(), id, draft))
        .map(RelationRoutes::reply);
  }

  private Future<Reply> record(Call call) {
    var id = call.pathId("id");
    return call.json(AdmissionDraft::parse)
        .compose(draft -> relations.record(call.caller(), id, draft))
        .map(RelationRoutes::reply);
  }

  private static Reply reply(Relation relation) {
    return Reply.ok(RelationJson.of(relation));
  }
}
