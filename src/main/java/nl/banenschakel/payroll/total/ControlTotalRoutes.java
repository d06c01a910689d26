package nl.banenschakel.payroll.total;

import io.vertx.core.Future;
import java.util.Set;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;

/** Control totals over HTTP. */
final class ControlTotalRoutes {
  private static final Set<Role> WRITE = Set.of(Role.PAYROLL);
  private static final Set<Role> READ = Set.of(Role.HR, Role.PAYROLL, Role.FINANCE, Role.REVIEWER);

  private final ControlTotalService totals;

  ControlTotalRoutes(ControlTotalService totals) {
    this.totals = totals;
  }

  void mount(Endpoints http) {
    http.put("putControlTotal", "/v1/control-totals", WRITE, Reads.NO_PERSONS, this::put);
    http.get("listControlTotals", "/v1/control-totals", READ, Reads.NO_PERSONS, this::list);
    http.get("getControlTotal", "/v1/control-totals/:id", READ, Reads.NO_PERSONS, this::get);
    http.delete(
        "withdrawControlTotal", "/v1/control-totals/:id", WRITE, Reads.NO_PERSONS, this::withdraw);
  }

  private Future<Reply> put(Call call) {
    return call.json(ControlTotalDraft::parse)
        .compose(draft -> totals.put(call.caller(), draft))
        .map(total -> Reply.ok(ControlTotalJson.of(total)));
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var number = parameters.header("Loonheffingennummer", Loonheffingennummer::parse).required();
    var asOf = parameters.asOf();
    var paging = Paging.of(parameters);
    return parameters.build(
        () ->
            totals
                .list(
                    call.caller(),
                    number.get(),
                    asOf.get(),
                    paging.get().after(),
                    paging.get().fetch())
                .map(
                    found ->
                        Reply.ok(
                            paging.get().page(found, ControlTotal::id, ControlTotalJson::of))));
  }

  private Future<Reply> get(Call call) {
    var id = call.pathId("id");
    var parameters = call.parameters();
    var named = parameters.asOf();
    var asOf = parameters.build(named);
    return totals.find(call.caller(), id, asOf).map(it -> Reply.ok(ControlTotalJson.of(it)));
  }

  private Future<Reply> withdraw(Call call) {
    var id = call.pathId("id");
    return call.parameters()
        .build(() -> totals.withdraw(call.caller(), id))
        .map(it -> Reply.ok(ControlTotalJson.of(it)));
  }
}
