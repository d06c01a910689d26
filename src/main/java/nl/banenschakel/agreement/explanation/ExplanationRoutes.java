package nl.banenschakel.agreement.explanation;

import io.vertx.core.Future;
import java.util.Set;
import nl.banenschakel.agreement.wording.Figures;
import nl.banenschakel.agreement.wording.WordingJson;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;

/** Explanations over HTTP. */
final class ExplanationRoutes {
  private static final Set<Role> READ =
      Set.of(Role.FINANCE, Role.LENDER, Role.SUPPLIER, Role.REVIEWER);

  private final ExplanationService explanations;
  private final WordingJson wording;

  ExplanationRoutes(ExplanationService explanations, WordingJson wording) {
    this.explanations = explanations;
    this.wording = wording;
  }

  void mount(Endpoints http) {
    http.post(
        "explainAgreement", "/v1/agreements/:id/_explain", READ, Reads.NO_PERSONS, this::explain);
  }

  private Future<Reply> explain(Call call) {
    var id = call.pathId("id");
    return call.json(Figures::parse)
        .compose(
            figures ->
                explanations
                    .find(call.caller(), id, figures.version())
                    .map(
                        it ->
                            wording
                                .explanation(it.agreement(), it.content(), figures)
                                .put("version", it.version().orElse(null))))
        .map(Reply::ok);
  }
}
