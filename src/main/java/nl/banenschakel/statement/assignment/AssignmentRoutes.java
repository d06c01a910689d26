package nl.banenschakel.statement.assignment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;

/** Assignments over HTTP. */
final class AssignmentRoutes {
  private static final String PATH = "/v1/assignments";
  private static final String ONE = PATH + "/:id";
  private static final Set<Role> KEEP = Set.of(Role.LENDER, Role.SUPPLIER);
  private static final Set<Role> READ =
      Set.of(Role.HR, Role.PAYROLL, Role.LENDER, Role.SUPPLIER, Role.FINANCE, Role.REVIEWER);

  private final AssignmentService assignments;

  AssignmentRoutes(AssignmentService assignments) {
    this.assignments = assignments;
  }

  void mount(Endpoints http) {
    http.post("recordAssignment", PATH, KEEP, Reads.LENDING, this::record);
    http.get("listAssignments", PATH, READ, Reads.LENDING, this::list);
    http.get("getAssignment", ONE, READ, Reads.LENDING, this::get);
    http.post("endAssignment", ONE + "/_end", KEEP, Reads.LENDING, this::end);
  }

  private Future<Reply> record(Call call) {
    return call.json(AssignmentDraft::parse)
        .compose(draft -> assignments.record(call.caller(), draft))
        .map(one -> Reply.created(PATH + "/" + one.id(), json(one)).about(people(one)));
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var relation = parameters.query("relation", UUID::fromString).optional();
    var paging = parameters.build(named);
    return assignments
        .list(call.caller(), relation.get(), paging.after(), paging.fetch())
        .map(
            found ->
                Reply.ok(paging.page(found, Assignment::id, AssignmentRoutes::json))
                    .about(
                        People.of(
                            paging.given(found).stream().mapToInt(AssignmentRoutes::told).sum())));
  }

  private Future<Reply> get(Call call) {
    return assignments.find(call.caller(), call.pathId("id")).map(AssignmentRoutes::reply);
  }

  private Future<Reply> end(Call call) {
    var id = call.pathId("id");
    return call.json(EndDraft::parse)
        .compose(draft -> assignments.end(call.caller(), id, draft))
        .map(AssignmentRoutes::reply);
  }

  private static Reply reply(Assignment assignment) {
    return Reply.ok(json(assignment)).about(people(assignment));
  }

  private static People people(Assignment assignment) {
    return People.of(told(assignment));
  }

  /** The receiver is told of nobody. */
  private static int told(Assignment assignment) {
    return assignment.source().flatMap(Assignment.Source::person).isPresent() ? 1 : 0;
  }

  private static JsonObject json(Assignment assignment) {
    var json =
        new JsonObject()
            .put("id", assignment.id().toString())
            .put("relation", assignment.relation().toString())
            .put("provider", assignment.provider().toString())
            .put("receiver", assignment.receiver().toString())
            .put("purchaseOrder", assignment.purchaseOrder().orElse(null))
            .put("firstDay", assignment.firstDay().toString())
            .put("lastDay", assignment.lastDay().map(Object::toString).orElse(null))
            .put("recordedAt", assignment.recordedAt().toInstant().toString())
            .put("recordedBy", assignment.recordedBy());
    assignment
        .source()
        .ifPresent(
            own -> json.put("reference", own.reference()).put("person", own.person().orElse(null)));
    return json;
  }
}
