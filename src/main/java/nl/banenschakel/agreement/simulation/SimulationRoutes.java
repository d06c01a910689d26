package nl.banenschakel.agreement.simulation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.banenschakel.agreement.Content;
import nl.banenschakel.agreement.Side;
import nl.banenschakel.agreement.content.ContentJson;
import nl.banenschakel.agreement.content.Setting;
import nl.banenschakel.agreement.content.Words;
import nl.banenschakel.agreement.outcome.Outcome;
import nl.banenschakel.agreement.simulation.Simulation.Part;
import nl.banenschakel.kernel.Money;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;
import org.jspecify.annotations.Nullable;

/** Simulations over HTTP. */
final class SimulationRoutes {
  private static final Set<Role> READ =
      Set.of(Role.FINANCE, Role.LENDER, Role.SUPPLIER, Role.REVIEWER);

  private final SimulationService simulations;

  SimulationRoutes(SimulationService simulations) {
    this.simulations = simulations;
  }

  void mount(Endpoints http) {
    http.post(
        "simulateAgreement",
        "/v1/relations/:id/agreements/_simulate",
        READ,
        Reads.NO_PERSONS,
        this::simulate);
  }

  private Future<Reply> simulate(Call call) {
    var relation = call.pathId("id");
    return reader(call)
        .compose(read -> simulations.simulate(call.caller(), relation, read))
        .map(simulation -> Reply.ok(of(simulation)));
  }

  /** What a draft lacks is filled in by its setting: it is read once that is known. */
  private static Future<Function<Setting, Content>> reader(Call call) {
    return call.json(in -> setting -> ContentJson.parse(in, setting));
  }

  private static JsonObject of(Simulation simulation) {
    var stated = simulation.stated();
    var components = new JsonArray();
    simulation.parts().forEach(part -> components.add(of(part)));
    return new JsonObject()
        .put("year", stated.year())
        .put("verified", "stated")
        .put("persons", stated.hours().persons())
        .put("workedHours", stated.counting().total())
        .put("confirmedWorkedHours", stated.confirmed().total())
        .put("unmappedWorkedHours", stated.unmapped().total())
        .put("indicative", simulation.isIndicative())
        .put("complete", simulation.isComplete())
        .put("components", components)
        .put("net", sides(simulation.net(), Money::euros));
  }

  private static JsonObject of(Part part) {
    return new JsonObject()
        .put("component", Words.text(part.component()))
        .put("indicative", part.indicative())
        .put("note", part.indicative() ? "indicatief, regeling niet geactiveerd" : null)
        .put("finding", part.total().isEmpty() ? "PARAMETER_MISSING" : null)
        .put("total", part.total().map(Money::euros).orElse(null))
        .put("payer", part.outcome().map(it -> Words.text(it.terms().payer())).orElse(null))
        .put("due", part.outcome().flatMap(Outcome::due).map(Money::euros).orElse(null))
        .put("breakEvenShare", sides(part.breakEven(), it -> plain(it)));
  }

  private static <T> JsonObject sides(Map<Side, T> of, Function<T, @Nullable BigDecimal> number) {
    var json = new JsonObject();
    for (var side : Side.values()) {
      var value = of.get(side);
      json.put(Words.text(side), value == null ? null : number.apply(value));
    }
    return json;
  }

  private static BigDecimal plain(BigDecimal share) {
    return share.scale() < 0 ? share.setScale(0) : share;
  }
}
