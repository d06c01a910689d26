package nl.banenschakel.relation.invitation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.Set;
import nl.banenschakel.platform.audit.Reads;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.http.Call;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.platform.http.Reply;
import nl.banenschakel.platform.json.Fields;
import nl.banenschakel.relation.RelationJson;

/** Invitations over HTTP: of the one that invites, and of who has a link. */
final class InvitationRoutes {
  private static final String GIVEN = "/v1/relations/:id/invitations";
  private static final String TAKEN = "/v1/relation-invitations";
  private static final int LINK_MAX = 200;
  private static final Set<Role> KEEP =
      Set.of(Role.LENDER, Role.SUPPLIER, Role.FINANCE, Role.ADMIN);

  private final InvitationService invitations;
  private final Clock clock;

  InvitationRoutes(InvitationService invitations, Clock clock) {
    this.invitations = invitations;
    this.clock = clock;
  }

  void mount(Endpoints http) {
    http.post("invite", GIVEN, KEEP, Reads.NO_PERSONS, this::invite);
    http.get("listInvitations", GIVEN, KEEP, Reads.NO_PERSONS, this::list);
    http.delete(
        "withdrawInvitation", GIVEN + "/:invitation", KEEP, Reads.NO_PERSONS, this::withdraw);
    http.post("openInvitation", TAKEN + "/_open", KEEP, Reads.NO_PERSONS, this::open);
    http.post("acceptInvitation", TAKEN + "/_accept", KEEP, Reads.NO_PERSONS, this::accept);
    http.post("declineInvitation", TAKEN + "/_decline", KEEP, Reads.NO_PERSONS, this::decline);
  }

  private Future<Reply> invite(Call call) {
    var relation = call.pathId("id");
    return call.json(InvitationDraft::parse)
        .compose(draft -> invitations.invite(call.caller(), relation, draft))
        .map(
            given ->
                Reply.created(
                    "/v1/relations/" + relation + "/invitations",
                    json(given.invitation()).put("link", given.link())));
  }

  private Future<Reply> list(Call call) {
    var relation = call.pathId("id");
    var parameters = call.parameters();
    var named = Paging.of(parameters);
    var paging = parameters.build(named);
    return invitations
        .list(call.caller(), relation, paging.after(), paging.fetch())
        .map(found -> Reply.ok(paging.page(found, Invitation::id, this::json)));
  }

  private Future<Reply> withdraw(Call call) {
    var relation = call.pathId("id");
    return invitations
        .withdraw(call.caller(), relation, call.pathId("invitation"))
        .map(withdrawn -> Reply.ok(json(withdrawn)));
  }

  private Future<Reply> open(Call call) {
    return call.json(InvitationRoutes::link)
        .compose(invitations::open)
        .map(
            opened ->
                Reply.ok(
                    new JsonObject()
                        .put("kind", opened.relation().kind().text())
                        .put("provider", opened.relation().provider().name())
                        .put("receiver", opened.relation().receiver().name())
                        .put("firstDay", opened.relation().firstDay().toString())
                        .put("expiresAt", opened.invitation().expiresAt().toInstant().toString())));
  }

  private Future<Reply> accept(Call call) {
    return call.json(InvitationRoutes::link)
        .compose(link -> invitations.accept(call.caller(), link))
        .map(relation -> Reply.ok(RelationJson.of(relation)));
  }

  private Future<Reply> decline(Call call) {
    return call.json(InvitationRoutes::link)
        .compose(link -> invitations.decline(call.caller(), link))
        .map(declined -> Reply.ok(new JsonObject().put("status", "declined")));
  }

  private static String link(Fields in) {
    var link = in.required("link", Fields.text(LINK_MAX));
    return in.build(link::get);
  }

  private JsonObject json(Invitation invitation) {
    return new JsonObject()
        .put("id", invitation.id().toString())
        .put("recipient", invitation.recipient())
        .put("email", invitation.mail().map(mail -> mail.to().text()).orElse(null))
        .put("mail", invitation.mail().map(this::mail).orElse(null))
        .put("status", invitation.status(clock.instant()).text())
        .put("invitedAt", invitation.invitedAt().toInstant().toString())
        .put("invitedBy", invitation.invitedBy())
        .put("expiresAt", invitation.expiresAt().toInstant().toString())
        .put("endedAt", invitation.end().map(end -> end.at().toInstant().toString()).orElse(null))
        .put("endedBy", invitation.end().map(Invitation.End::by).orElse(null));
  }

  private String mail(Invitation.Mailed mail) {
    if (mail.at().isPresent()) {
      return "sent";
    }
    return invitations.canMail() ? "waiting" : "off";
  }
}
