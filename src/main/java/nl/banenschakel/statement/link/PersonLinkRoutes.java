package nl.banenschakel.statement.link;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;

/** Person links over HTTP. */
final class PersonLinkRoutes {
  private static final String PATH = "/v1/person-links";
  private static final Set<Role> KEEP = Set.of(Role.LENDER, Role.SUPPLIER, Role.HR, Role.PAYROLL);

  private final PersonLinkService links;

  PersonLinkRoutes(PersonLinkService links) {
    this.links = links;
  }

  void mount(Endpoints http) {
    http.post("linkPerson", PATH, KEEP, Reads.PAYROLL, this::link);
    http.get("listPersonLinks", PATH, KEEP, Reads.PAYROLL, this::list);
    http.post("endPersonLink", PATH + "/:id/_end", KEEP, Reads.PAYROLL, this::end);
  }

  private Future<Reply> link(Call call) {
    return call.json(PersonLinkDraft::parse)
        .compose(draft -> links.link(call.caller(), draft))
        .map(
            made ->
                Reply.created(PATH + "/" + made.id(), json(made))
                    .about(People.of(List.of(made.person()))));
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return links
        .list(call.caller(), paging.after(), paging.fetch())
        .map(
            found ->
                Reply.ok(paging.page(found, PersonLink::id, PersonLinkRoutes::json))
                    .about(
                        People.of(paging.given(found).stream().map(PersonLink::person).toList())));
  }

  private Future<Reply> end(Call call) {
    var id = call.pathId("id");
    return call.json(LinkEndDraft::parse)
        .compose(draft -> links.end(call.caller(), id, draft))
        .map(ended -> Reply.ok(json(ended)).about(People.of(List.of(ended.person()))));
  }

  private static JsonObject json(PersonLink link) {
    return new JsonObject()
        .put("id", link.id().toString())
        .put("reference", link.reference())
        .put("personId", link.person().toString())
        .put("legalGround", link.ground().text())
        .put("firstDay", link.firstDay().toString())
        .put("recordedAt", link.recordedAt().toInstant().toString())
        .put("recordedBy", link.recordedBy())
        .put("end", link.end().map(PersonLinkRoutes::json).orElse(null));
  }

  private static JsonObject json(PersonLink.End end) {
    return new JsonObject()
        .put("lastDay", end.lastDay().toString())
        .put("reason", end.reason())
        .put("at", end.at().toInstant().toString())
        .put("by", end.by());
  }
}
