package nl.banenschakel.reconciliation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;

/** Runs over HTTP. */
final class ReconciliationRoutes {
  private static final Set<Role> START = Set.of(Role.HR, Role.FINANCE);
  private static final Set<Role> READ = Set.of(Role.HR, Role.PAYROLL, Role.FINANCE, Role.REVIEWER);

  private final ReconciliationService reconciliations;

  ReconciliationRoutes(ReconciliationService reconciliations) {
    this.reconciliations = reconciliations;
  }

  void mount(Endpoints http) {
    http.post("startReconciliation", "/v1/reconciliations", START, Reads.NO_PERSONS, this::start);
    http.get("listReconciliations", "/v1/reconciliations", READ, Reads.NO_PERSONS, this::list);
    http.get("getReconciliation", "/v1/reconciliations/:id", READ, Reads.NO_PERSONS, this::get);
  }

  private Future<Reply> start(Call call) {
    return call.json(RunDraft::parse)
        .compose(draft -> reconciliations.start(call.caller(), draft))
        .map(run -> Reply.created("/v1/reconciliations/" + run.id(), json(run)));
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return reconciliations
        .list(call.caller(), paging.after(), paging.fetch())
        .map(found -> Reply.ok(paging.page(found, Run::id, ReconciliationRoutes::json)));
  }

  private Future<Reply> get(Call call) {
    return reconciliations
        .find(call.caller(), call.pathId("id"))
        .map(found -> Reply.ok(json(found)));
  }

  private static JsonObject json(Run run) {
    return new JsonObject()
        .put("id", run.id().toString())
        .put("loonheffingennummer", run.number().text())
        .put(
            "period",
            new JsonObject()
                .put("from", run.from().toString())
                .put("until", run.until().toString()))
        .put("asOf", run.asOf().map(moment -> moment.toInstant().toString()).orElse(null))
        .put("state", "DONE")
        .put("startedAt", run.startedAt().toInstant().toString())
        .put("startedBy", run.startedBy())
        .put("finishedAt", run.finishedAt().toInstant().toString())
        .put("resultHash", run.resultHash())
        .put("totals", json(run.totals()));
  }

  private static JsonObject json(Run.Totals totals) {
    return new JsonObject()
        .put("verloondeUrenAll", totals.verloondeUrenAll().hours())
        .put("verloondeUrenRegistered", totals.verloondeUrenRegistered().hours())
        .put("verloondeUrenWsw", totals.verloondeUrenWsw().hours())
        .put("contractHoursPerWeekRegistered", totals.contractHoursPerWeekRegistered().perWeek())
        .put("jobsYear", totals.jobsYear())
        .put("jobsWeek", totals.jobsWeek());
  }
}
