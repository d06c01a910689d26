package nl.banenschakel.platform.job;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;

/** Jobs that died, over HTTP. */
final class DeadJobRoutes {
  private static final Set<Role> OPERATORS = Set.of(Role.ADMIN);

  private final Jobs jobs;

  DeadJobRoutes(Jobs jobs) {
    this.jobs = jobs;
  }

  void mount(Endpoints http) {
    http.get("listDeadJobs", "/v1/dead-jobs", OPERATORS, Reads.NO_PERSONS, this::list);
    http.command(
        "requeueDeadJob", "/v1/dead-jobs/:id/_requeue", OPERATORS, Reads.NO_PERSONS, this::requeue);
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return jobs.dead(call.caller(), paging.after(), paging.fetch())
        .map(found -> Reply.ok(paging.page(found, DeadJob::id, DeadJobRoutes::json)));
  }

  private Future<Reply> requeue(Call call) {
    return jobs.requeue(call.caller(), call.pathId("id")).map(found -> Reply.ok(json(found)));
  }

  private static JsonObject json(DeadJob job) {
    return new JsonObject()
        .put("id", job.id().toString())
        .put("kind", job.kind())
        .put("attempts", job.attempts())
        .put("reason", job.reason())
        .put("enqueuedAt", job.enqueuedAt().toInstant().toString())
        .put("diedAt", job.diedAt().toInstant().toString());
  }
}
