package nl.banenschakel.agreement.coverage;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import nl.banenschakel.agreement.coverage.Coverage.Stretch;
import nl.banenschakel.agreement.coverage.CoverageService.Covered;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;

/** Gaps and overlaps over HTTP. */
final class CoverageRoutes {
  private static final Set<Role> READ =
      Set.of(Role.FINANCE, Role.LENDER, Role.SUPPLIER, Role.REVIEWER);

  private final CoverageService coverage;

  CoverageRoutes(CoverageService coverage) {
    this.coverage = coverage;
  }

  void mount(Endpoints http) {
    http.get(
        "getAgreementCoverage",
        "/v1/relations/:id/agreement-coverage",
        READ,
        Reads.NO_PERSONS,
        this::get);
  }

  private Future<Reply> get(Call call) {
    return coverage.find(call.caller(), call.pathId("id")).map(covered -> Reply.ok(of(covered)));
  }

  private static JsonObject of(Covered covered) {
    var items = new JsonArray();
    covered.amiss().forEach(it -> items.add(of(it)));
    return new JsonObject()
        .put("workedHoursPerWeek", covered.perWeek().orElse(null))
        .put("items", items);
  }

  private static JsonObject of(Stretch stretch) {
    var agreements = new JsonArray();
    stretch
        .inForce()
        .forEach(
            span ->
                agreements.add(
                    new JsonObject()
                        .put("agreement", span.agreement().toString())
                        .put("version", span.version())));
    return new JsonObject()
        .put("what", stretch.what().name())
        .put("from", stretch.from().toString())
        .put("until", stretch.until().map(Object::toString).orElse(null))
        .put("agreements", agreements);
  }
}
