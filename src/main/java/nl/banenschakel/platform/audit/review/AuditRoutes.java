package nl.banenschakel.platform.audit.review;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Reply;

/** The audit over HTTP. */
final class AuditRoutes {
  private final AuditReview audit;

  AuditRoutes(AuditReview audit) {
    this.audit = audit;
  }

  void mount(Endpoints http) {
    http.get("listAuditLines", "/v1/audit-lines", Set.of(Role.PRIVACY), Reads.AUDIT, this::list);
  }

  private Future<Reply> list(Call call) {
    var asked = Asked.of(call);
    var paging = asked.paging();
    return audit
        .list(call.caller(), asked)
        .map(
            found ->
                Reply.ok(paging.page(found, WrittenLine::id, AuditRoutes::json))
                    .about(people(asked, paging.given(found))));
  }

  /**
   * Who looks for one person reads about that person. Who leafs through the audit is not named with
   * everybody in it: those who look for a person would find the audit being read, and no more.
   */
  private static People people(Asked asked, List<WrittenLine> found) {
    return asked
        .person()
        .filter(person -> !found.isEmpty())
        .map(person -> People.of(Set.of(person)))
        .orElseGet(() -> People.of(named(found).size()));
  }

  private static Set<UUID> named(List<WrittenLine> found) {
    return found.stream().flatMap(line -> line.personIds().stream()).collect(Collectors.toSet());
  }

  private static JsonObject json(WrittenLine line) {
    return new JsonObject()
        .put("id", line.id().toString())
        .put("loggedAt", line.loggedAt().toInstant().toString())
        .put("subject", line.by().subject())
        .put("client", line.by().client().orElse(null))
        .put("roles", new JsonArray(line.by().roles()))
        .put("representative", line.by().representative().map(UUID::toString).orElse(null))
        .put("operation", line.operation())
        .put("outcome", line.outcome())
        .put("status", line.status())
        .put("code", line.code().orElse(null))
        .put("resource", line.resource().map(UUID::toString).orElse(null))
        .put("activity", line.ground().activity().orElse(null))
        .put("basis", line.ground().basis().orElse(null))
        .put("persons", line.persons().orElse(null))
        .put("personIds", new JsonArray(line.personIds().stream().map(UUID::toString).toList()))
        .put("requestId", line.request().toString())
        .put("traceparent", line.traceparent().orElse(null));
  }
}
