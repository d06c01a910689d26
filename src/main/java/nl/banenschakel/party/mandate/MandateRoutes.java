package nl.banenschakel.party.mandate;

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
  private static final String PATH = "/v1/mandates";
  private static final String ONE = PATH + "/:id";

  /** Who says who may do what; no mandate gives this role. */
  private static final Set<Role> KEEP = Set.of(Role.ADMIN);

  private static final Set<Role> READ = Set.of(Role.values());

  private final MandateService mandates;

  MandateRoutes(MandateService mandates) {
    this.mandates = mandates;
  }

  void mount(Endpoints http) {
    http.post("giveMandate", PATH, KEEP, Reads.NO_PERSONS, this::give);
    http.get("listMandates", PATH, READ, Reads.NO_PERSONS, this::list);
    http.get("getMandate", ONE, READ, Reads.NO_PERSONS, this::get);
    http.command("endMandate", ONE + "/_end", KEEP, Reads.NO_PERSONS, this::end);
  }

  private Future<Reply> give(Call call) {
    return call.json(MandateDraft::parse)
        .compose(draft -> mandates.give(call.caller(), draft))
        .map(given -> Reply.created(PATH + "/" + given.id(), json(given)));
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return mandates
        .list(call.caller(), paging.after(), paging.fetch())
        .map(found -> Reply.ok(paging.page(found, Mandate::id, this::json)));
  }

  private Future<Reply> get(Call call) {
    return mandates.find(call.caller(), call.pathId("id")).map(found -> Reply.ok(json(found)));
  }

  private Future<Reply> end(Call call) {
    return mandates.end(call.caller(), call.pathId("id")).map(ended -> Reply.ok(json(ended)));
  }

  private JsonObject json(Mandate mandate) {
    return new JsonObject()
        .put("id", mandate.id().toString())
        .put("giver", side(mandate.giver()))
        .put("representative", side(mandate.representative()))
        .put("roles", new JsonArray(mandate.roles().stream().map(Role::label).toList()))
        .put("firstDay", mandate.firstDay().toString())
        .put("lastDay", mandate.lastDay().toString())
        .put("status", mandate.status(mandates.today()))
        .put("givenAt", mandate.givenAt().toInstant().toString())
        .put("givenBy", mandate.givenBy())
        .put("end", mandate.end().map(MandateRoutes::end).orElse(null));
  }

  private static JsonObject side(Mandate.Side side) {
    return new JsonObject()
        .put("organisation", side.organisation().toString())
        .put("name", side.name());
  }

  private static JsonObject end(Mandate.End end) {
    return new JsonObject()
        .put("organisation", end.organisation().toString())
        .put("at", end.at().toInstant().toString())
        .put("by", end.by());
  }
}
