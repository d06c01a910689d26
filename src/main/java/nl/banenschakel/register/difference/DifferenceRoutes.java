package nl.banenschakel.register.difference;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.register.difference.Difference.Change;

/** Differences between lists over HTTP. */
final class DifferenceRoutes {
  private static final Set<Role> READ = Set.of(Role.HR, Role.PAYROLL);

  private final DifferenceService differences;

  DifferenceRoutes(DifferenceService differences) {
    this.differences = differences;
  }

  void mount(Endpoints http) {
    http.get(
        "listDifferences",
        "/v1/register-snapshots/:id/differences",
        READ,
        Reads.REGISTER,
        this::listDifferences);
  }

  private Future<Reply> listDifferences(Call call) {
    var later = call.pathId("id");
    var parameters = call.parameters();
    var with = parameters.query("with", UUID::fromString).required();
    var change = parameters.query("change", Change::valueOf).optional();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return differences
        .of(call.caller(), later, with.get(), change.get(), paging)
        .map(
            page ->
                Reply.ok(
                        paging
                            .page(page.people(), Difference::person, DifferenceRoutes::json)
                            .put("counts", json(page.counts())))
                    .about(people(paging.given(page.people()))));
  }

  private static People people(List<Difference> given) {
    return People.of(given.stream().map(Difference::person).toList());
  }

  private static JsonObject json(Difference.Counts counts) {
    return new JsonObject()
        .put("entered", counts.entered())
        .put("left", counts.left())
        .put("unchanged", counts.unchanged());
  }

  private static JsonObject json(Difference difference) {
    return new JsonObject()
        .put("personId", difference.person().toString())
        .put("personnelNumbers", new JsonArray(difference.personnelNumbers()))
        .put("change", difference.change().name());
  }
}
