package nl.banenschakel.platform.outbox;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;

/** Events over HTTP. */
final class EventRoutes {
  private static final Set<Role> READ =
      Set.of(
          Role.HR,
          Role.PAYROLL,
          Role.LENDER,
          Role.SUPPLIER,
          Role.FINANCE,
          Role.REVIEWER,
          Role.ADMIN);
  private static final int SEQUENCE_DIGITS = 19;

  private final Outbox outbox;
  private final String source;

  EventRoutes(Outbox outbox, String source) {
    this.outbox = outbox;
    this.source = source;
  }

  void mount(Endpoints http) {
    http.get("listEvents", "/v1/events", READ, Reads.NO_PERSONS, this::list);
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return outbox
        .list(call.caller(), paging.after(), paging.fetch())
        .map(found -> Reply.ok(paging.page(found, Event::id, this::json)));
  }

  /** A sequence is compared as text (CloudEvents, extension sequence): hence the zeros. */
  private JsonObject json(Event event) {
    var data = new JsonObject();
    event.data().forEach(data::put);
    return new JsonObject()
        .put("specversion", "1.0")
        .put("id", event.id().toString())
        .put("source", source)
        .put("type", event.type())
        .put("subject", event.subject())
        .put("time", event.loggedAt().toInstant().toString())
        .put("sequence", ("%0" + SEQUENCE_DIGITS + "d").formatted(event.sequence()))
        .put("dataref", event.dataAddress())
        .put("datacontenttype", "application/json")
        .put("data", data);
  }
}
