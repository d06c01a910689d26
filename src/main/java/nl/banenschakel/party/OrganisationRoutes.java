package nl.banenschakel.party;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Set;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;

/** Organisations over HTTP. */
final class OrganisationRoutes {
  private final OrganisationService organisations;

  OrganisationRoutes(OrganisationService organisations) {
    this.organisations = organisations;
  }

  void mount(Endpoints http) {
    http.unbound()
        .post(
            "createOrganisation",
            "/v1/organisations",
            Set.of(Role.ADMIN),
            Reads.NO_PERSONS,
            this::create);
    http.unbound()
        .get(
            "listOrganisations",
            "/v1/organisations",
            Set.of(Role.values()),
            Reads.NO_PERSONS,
            this::list);
  }

  private Future<Reply> create(Call call) {
    return call.json(OrganisationDraft::parse)
        .compose(draft -> organisations.create(call.caller(), draft))
        .map(made -> Reply.created("/v1/organisations", json(made)));
  }

  private Future<Reply> list(Call call) {
    return organisations
        .list(call.caller())
        .map(
            all -> {
              var items = new JsonArray();
              all.forEach(organisation -> items.add(json(organisation)));
              return Reply.ok(new JsonObject().put("items", items));
            });
  }

  private static JsonObject json(Organisation organisation) {
    return new JsonObject()
        .put("id", organisation.id().toString())
        .put("name", organisation.name())
        .put(
            "kinds",
            new JsonArray(
                organisation.kinds().stream()
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                    .toList()))
        .put(
            "loonheffingennummers",
            new JsonArray(organisation.numbers().stream().map(Loonheffingennummer::text).toList()))
        .put("createdAt", organisation.createdAt().toInstant().toString());
  }
}
