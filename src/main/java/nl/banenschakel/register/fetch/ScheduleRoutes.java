package nl.banenschakel.register.fetch;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;
import org.jspecify.annotations.Nullable;

/** Schedules over HTTP. */
final class ScheduleRoutes {
  private static final String PATH = "/v1/register-schedules";
  private static final Set<Role> SET = Set.of(Role.HR);
  private static final Set<Role> READ = Set.of(Role.HR, Role.PAYROLL, Role.FINANCE, Role.REVIEWER);

  private final ScheduleService schedules;

  ScheduleRoutes(ScheduleService schedules) {
    this.schedules = schedules;
  }

  void mount(Endpoints http) {
    http.get("listRegisterSchedules", PATH, READ, Reads.NO_PERSONS, this::list);
    http.get("getRegisterSchedule", PATH + "/:id", READ, Reads.NO_PERSONS, this::get);
    http.put("setRegisterSchedule", PATH + "/:id", SET, Reads.NO_PERSONS, this::set);
    http.command("fetchRegisterList", PATH + "/:id/_fetch", SET, Reads.NO_PERSONS, this::fetch);
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return schedules
        .list(call.caller(), paging.after(), paging.fetch())
        .map(found -> Reply.ok(paging.page(found, Schedule::number, ScheduleRoutes::json)));
  }

  private Future<Reply> get(Call call) {
    return schedules.find(call.caller(), call.pathId("id")).map(ScheduleRoutes::reply);
  }

  private Future<Reply> set(Call call) {
    var id = call.pathId("id");
    var parameters = call.parameters();
    var named = parameters.ifMatch();
    var tags = parameters.build(named);
    return call.json(ScheduleDraft::parse)
        .compose(draft -> schedules.set(call.caller(), id, tags, draft))
        .map(ScheduleRoutes::reply);
  }

  private Future<Reply> fetch(Call call) {
    return schedules.fetchNow(call.caller(), call.pathId("id")).map(ScheduleRoutes::reply);
  }

  private static Reply reply(Schedule schedule) {
    return Reply.ok(json(schedule)).with("ETag", schedule.tag());
  }

  private static JsonObject json(Schedule schedule) {
    return new JsonObject()
        .put("id", schedule.number().toString())
        .put("loonheffingennummer", schedule.loonheffingennummer().text())
        .put("active", schedule.isActive())
        .put("every", schedule.every().toString())
        .put("startAt", text(schedule.startAt()))
        .put("nextAt", text(schedule.nextAt()))
        .put("fetchedAt", text(schedule.fetchedAt()))
        .put("snapshot", schedule.snapshot().map(id -> "/v1/register-snapshots/" + id).orElse(null))
        .put("trouble", schedule.trouble().map(ScheduleRoutes::json).orElse(null));
  }

  private static JsonObject json(Schedule.Trouble trouble) {
    return new JsonObject()
        .put("code", trouble.code())
        .put("attempts", trouble.attempts())
        .put("since", trouble.since().toInstant().toString());
  }

  private static @Nullable String text(Optional<OffsetDateTime> moment) {
    return moment.map(it -> it.toInstant().toString()).orElse(null);
  }
}
