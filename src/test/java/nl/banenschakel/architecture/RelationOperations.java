package nl.banenschakel.architecture;

import static nl.banenschakel.architecture.ContractOperation.JSON;
import static nl.banenschakel.architecture.ContractOperation.deleting;
import static nl.banenschakel.architecture.ContractOperation.reading;
import static nl.banenschakel.architecture.ContractOperation.sending;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.banenschakel.app.ApiClient;
import nl.banenschakel.platform.auth.Role;

/** The operations of relations, and what they are tried on. */
final class RelationOperations {
  private static final String RELATIONS = "/v1/relations";
  private static final String LINKS = "/v1/relation-invitations";
  private static final String DRAFT =
      "{\"kind\":\"detachering\",\"side\":\"receiver\",\"counterpartyName\":\"Werkpool\","
          + "\"firstDay\":\"2026-01-01\"}";
  private static final String RECIPIENT = "{\"recipient\":\"planning@werkpool.example\"}";

  private RelationOperations() {}

  static Stream<ContractOperation> all() {
    return Stream.of(
        sending("beginRelation", RELATIONS, Role.FINANCE, Role.HR).with(JSON, DRAFT),
        reading("listRelations", RELATIONS + "?limit=2", Role.FINANCE, Role.PRIVACY),
        reading("getRelation", RELATIONS + "/{relation}", Role.FINANCE, Role.PRIVACY),
        sending("withdrawRelation", RELATIONS + "/{toWithdraw}/_withdraw", Role.FINANCE, Role.HR),
        sending("endRelation", RELATIONS + "/{toEnd}/_end", Role.LENDER, Role.HR)
            .with(JSON, "{\"lastDay\":\"2098-12-31\",\"reason\":\"Klaar\"}"),
        sending("recordAdmission", RELATIONS + "/{relation}/admissions", Role.LENDER, Role.HR)
            .with(
                JSON,
                "{\"number\":\"NAU-1\",\"document\":\"Uittreksel\",\"checkedOn\":\"2027-01-04\"}"),
        sending("invite", RELATIONS + "/{waitingRelation}/invitations", Role.FINANCE, Role.HR)
            .with(JSON, RECIPIENT),
        reading(
            "listInvitations",
            RELATIONS + "/{waitingRelation}/invitations?limit=2",
            Role.FINANCE,
            Role.HR),
        deleting(
            "withdrawInvitation",
            RELATIONS + "/{waitingRelation}/invitations/{invitation}",
            Role.FINANCE,
            Role.HR),
        sending("openInvitation", LINKS + "/_open", Role.LENDER, Role.HR)
            .with(JSON, "{\"link\":\"{linkToOpen}\"}"),
        sending("acceptInvitation", LINKS + "/_accept", Role.LENDER, Role.HR)
            .with(JSON, "{\"link\":\"{linkToAccept}\"}"),
        sending("declineInvitation", LINKS + "/_decline", Role.LENDER, Role.HR)
            .with(JSON, "{\"link\":\"{linkToDecline}\"}"));
  }

  /**
   * New ones each time: each is used up by an operation.
   *
   * @param ours whose things they are, in any role that keeps relations
   * @param theirs the other one
   */
  static Map<String, String> things(ApiClient ours, ApiClient theirs) {
    var waiting = begin(ours);
    var invitation = invite(ours, waiting);
    return Map.of(
        "toWithdraw", begin(ours),
        "toEnd", running(ours, theirs),
        "relation", running(ours, theirs),
        "waitingRelation", waiting,
        "invitation", invitation.getString("id"),
        "linkToOpen", invite(theirs, begin(theirs)).getString("link"),
        "linkToAccept", invite(theirs, begin(theirs)).getString("link"),
        "linkToDecline", invite(theirs, begin(theirs)).getString("link"));
  }

  /** One that both are in: the first hires, the second lends. */
  static String running(ApiClient ours, ApiClient theirs) {
    var relation = begin(ours);
    var link = invite(ours, relation).getString("link");
    theirs.post(LINKS + "/_accept", JSON, new JsonObject().put("link", link).encode()).expect(200);
    return UUID.fromString(relation).toString();
  }

  private static String begin(ApiClient client) {
    return client.post(RELATIONS, JSON, DRAFT).expect(201).json().getString("id");
  }

  private static JsonObject invite(ApiClient client, String relation) {
    var path = RELATIONS + "/" + relation + "/invitations";
    return client.post(path, JSON, RECIPIENT).expect(201).json();
  }
}
