package nl.banenschakel.report.evidence;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.kernel.Tijdvak;
import nl.banenschakel.platform.audit.People;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.report.PersonRows;

/** What figures are made of, over HTTP. */
final class EvidenceRoutes {
  private static final String RUN = "/v1/reconciliations/:id";

  private final EvidenceService rows;

  EvidenceRoutes(EvidenceService rows) {
    this.rows = rows;
  }

  void mount(Endpoints http, Set<Role> read) {
    http.get("getRunPerson", RUN + "/people/:person", read, Reads.REGISTER, this::person);
    http.get(
        "listRunRelationships", RUN + "/relationships", read, Reads.PAYROLL, this::relationships);
  }

  private Future<Reply> person(Call call) {
    var run = call.pathId("id");
    var person = call.pathId("person");
    return rows.person(call.caller(), run, person)
        .map(found -> Reply.ok(EvidenceJson.of(found)).about(People.of(List.of(person))));
  }

  private Future<Reply> relationships(Call call) {
    var run = call.pathId("id");
    var parameters = call.parameters();
    var kind = parameters.query("kind", RowKind::parse).required();
    var tijdvak = parameters.query("tijdvak", Tijdvak::parse).optional();
    var person = parameters.query("person", UUID::fromString).optional();
    var after = parameters.query("after", RowPosition::parse).optional();
    var limit = Paging.limit(parameters);
    var asked =
        parameters.build(
            () ->
                new RelationshipQuestion(
                    kind.get(),
                    tijdvak.get().map(Tijdvak::code),
                    person.get(),
                    after.get().orElse(RowPosition.FIRST),
                    limit.get()));
    return rows.relationships(call.caller(), run, asked)
        .map(
            found ->
                Reply.ok(EvidenceJson.of(found))
                    .about(PersonRows.Relationship.people(found.rows())));
  }
}
