package nl.banenschakel.register;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.intake.Intake;
import nl.banenschakel.platform.intake.column.ColumnMappings;

/** Register evidence over HTTP. */
final class RegisterRoutes {
  private static final Set<Role> READ = Set.of(Role.HR, Role.PAYROLL, Role.FINANCE, Role.REVIEWER);

  private final RegisterService register;
  private final EvidenceIntake intake;
  private final ColumnMappings mappings;

  RegisterRoutes(RegisterService register, EvidenceIntake intake, ColumnMappings mappings) {
    this.register = register;
    this.intake = intake;
    this.mappings = mappings;
  }

  void mount(Endpoints http) {
    var path = "/v1/register-snapshots";
    intake.mount(http, "addRegisterSnapshot", path);
    mappings.mount(http, ListFileDecoder.KIND, ListFileDecoder.OPERATIONS);
    http.get("listRegisterSnapshots", path, READ, Reads.NO_PERSONS, this::list);
    http.get("getRegisterSnapshot", path + "/:id", READ, Reads.NO_PERSONS, this::get);
  }

  /** Takes its files to addresses that were given out before. */
  Intake intake() {
    return intake;
  }

  private Future<Reply> list(Call call) {
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return register
        .list(call.caller(), paging.after(), paging.fetch())
        .map(found -> Reply.ok(paging.page(found, Snapshot::id, RegisterRoutes::json)));
  }

  private Future<Reply> get(Call call) {
    return register.find(call.caller(), call.pathId("id")).map(found -> Reply.ok(json(found)));
  }

  private static JsonObject json(Snapshot snapshot) {
    return new JsonObject()
        .put("id", snapshot.id().toString())
        .put("loonheffingennummer", snapshot.number().text())
        .put("peildatum", snapshot.peildatum().toString())
        .put("updatedTo", snapshot.updatedTo().map(Object::toString).orElse(null))
        .put("source", snapshot.source().text())
        .put("lines", snapshot.lines())
        .put("persons", snapshot.persons())
        .put("receivedAt", snapshot.receivedAt().toInstant().toString())
        .put("receivedBy", snapshot.receivedBy());
  }
}
