package nl.banenschakel.register.fetch;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;

/** Mandates over HTTP. */
final class MandateRoutes {
  private static final String PATH = "/v1/register-mandates";
  private static final Set<Role> KEEP = Set.of(Role.HR, Role.ADMIN);
  private static final Set<Role> READ =
      Set.of(Role.HR, Role.PAYROLL, Role.FINANCE, Role.REVIEWER, Role.ADMIN);

  private final MandateService mandates;

  MandateRoutes(MandateService mandates) {
    this.mandates = mandates;
  }

  void mount(Endpoints http) {
    http.get("listRegisterMandates", PATH, READ, Reads.NO_PERSONS, this::list);
    http.post("addRegisterMandate", PATH, KEEP, Reads.NO_PERSONS, this::add);
    http.get("getRegisterMandate", PATH + "/:id", READ, Reads.NO_PERSONS, this::get);
    http.put("changeRegisterMandate", PATH + "/:id", KEEP, Reads.NO_PERSONS, this::change);
    http.delete("withdrawRegisterMandate", PATH + "/:id", KEEP, Reads.NO_PERSONS, this::withdraw);
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return mandates
        .list(call.caller(), paging.after(), paging.fetch())
        .map(found -> Reply.ok(paging.page(found, Mandate::id, MandateRoutes::json)));
  }

  private Future<Reply> add(Call call) {
    return call.json(MandateDraft::parse)
        .compose(draft -> mandates.add(call.caller(), draft))
        .map(
            added -> Reply.created(PATH + "/" + added.id(), json(added)).with("ETag", added.tag()));
  }

  private Future<Reply> get(Call call) {
    return mandates.find(call.caller(), call.pathId("id")).map(MandateRoutes::reply);
  }

  private Future<Reply> change(Call call) {
    var id = call.pathId("id");
    var parameters = call.parameters();
    var named = parameters.ifMatch();
    var tags = parameters.build(named);
    return call.json(MandateDraft::parse)
        .compose(draft -> mandates.change(call.caller(), id, tags, draft))
        .map(MandateRoutes::reply);
  }

  private Future<Reply> withdraw(Call call) {
    var id = call.pathId("id");
    var parameters = call.parameters();
    var named = parameters.ifMatch();
    var tags = parameters.build(named);
    return mandates.withdraw(call.caller(), id, tags).map(MandateRoutes::reply);
  }

  private static Reply reply(Mandate mandate) {
    return Reply.ok(json(mandate)).with("ETag", mandate.tag());
  }

  private static JsonObject json(Mandate mandate) {
    var covers = new JsonArray();
    mandate.covers().forEach(what -> covers.add(what.text()));
    return new JsonObject()
        .put("id", mandate.id().toString())
        .put("loonheffingennummer", mandate.number().text())
        .put("holder", mandate.holder())
        .put("covers", covers)
        .put("firstDay", mandate.firstDay().toString())
        .put("lastDay", mandate.lastDay().toString())
        .put("changedAt", mandate.changedAt().toInstant().toString())
        .put("changedBy", mandate.changedBy());
  }
}
