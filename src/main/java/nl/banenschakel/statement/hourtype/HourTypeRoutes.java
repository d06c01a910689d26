package nl.banenschakel.statement.hourtype;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;

/** Hour types that wait for somebody to say what they are, over HTTP. */
final class HourTypeRoutes {
  private static final Set<Role> SEND = Set.of(Role.LENDER, Role.SUPPLIER);

  private final HourTypeService service;

  HourTypeRoutes(HourTypeService service) {
    this.service = service;
  }

  void mount(Endpoints http) {
    http.get(
        "listUnmappedHourTypes", "/v1/unmapped-hour-types", SEND, Reads.NO_PERSONS, this::list);
  }

  private Future<Reply> list(Call call) {
    return service.unmapped(call.caller()).map(found -> Reply.ok(json(found)));
  }

  private static JsonObject json(List<UnmappedType> types) {
    var items = new JsonArray();
    types.forEach(type -> items.add(json(type)));
    return new JsonObject().put("items", items);
  }

  private static JsonObject json(UnmappedType type) {
    return new JsonObject()
        .put("hourType", type.name())
        .put("lineCount", type.lines())
        .put("workedHours", type.hours().total())
        .put("firstDay", type.firstDay().toString())
        .put("since", type.since().toInstant().toString());
  }
}
