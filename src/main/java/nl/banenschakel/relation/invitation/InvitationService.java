package nl.banenschakel.relation.invitation;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.mail.Mails;
import nl.banenschakel.platform.mail.Occasion;
import nl.banenschakel.platform.vault.Links;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.relation.RelationService;
import nl.banenschakel.relation.RelationState;

/**
 * Gives invitations out and takes their answers. An answer is given in the transaction of the one
 * that invited, which its link stands for.
 */
final class InvitationService {
  /** Invitations by e-mail of one organisation within 24 hours. */
  private static final int MAILED_MAX = 100;

  private final Db db;
  private final Links links;
  private final OrganisationService organisations;
  private final RelationService relations;
  private final Mails mails;
  private final Occasion mail;
  private final Clock clock;
  private final InvitationRepository invitations = new InvitationRepository();

  InvitationService(
      Db db,
      Links links,
      OrganisationService organisations,
      RelationService relations,
      Mails mails,
      Clock clock) {
    this.db = db;
    this.links = links;
    this.organisations = organisations;
    this.relations = relations;
    this.mails = mails;
    this.mail = new InvitationMail(links, relations, mails.publicUrl(), clock);
    this.clock = clock;
  }

  /** An invitation, and the text of its link: it is given once and kept nowhere. */
  record Given(Invitation invitation, String link) {}

  /** An invitation as who has its link sees it. */
  record Opened(Invitation invitation, Relation relation) {}

  /** Whether somebody can be written to. */
  boolean canMail() {
    return mails.isOn();
  }

  /** Writes to those who are invited. */
  Occasion mail() {
    return mail;
  }

  /**
   * Invites somebody.
   *
   * @throws Failure.Conflict through the future when the relation waits for nobody
   */
  Future<Given> invite(Caller caller, UUID relation, InvitationDraft draft) {
    var id = UuidCreator.getTimeOrderedEpoch();
    var until = clock.instant().atOffset(ZoneOffset.UTC).plus(Invitation.VALID).toInstant();
    return db.tx(
        caller.organisation(),
        tx ->
            relations
                .existing(tx, relation)
                .map(InvitationService::waiting)
                .compose(it -> requireFew(tx, draft))
                .compose(it -> invitations.add(tx, id, relation, draft, caller.subject(), until))
                .compose(
                    added ->
                        draft.email().isPresent()
                            ? mails.enqueue(tx, mail, id)
                            : Future.succeededFuture())
                .compose(added -> existing(tx, id))
                .map(
                    invitation ->
                        new Given(
                            invitation,
                            links.sign(Invitation.PURPOSE, new Links.Target(tx.tenant(), id)))));
  }

  /** Whoever writes to everybody has the mail of all organisations refused. */
  private Future<Void> requireFew(Tx tx, InvitationDraft draft) {
    return draft.email().isEmpty()
        ? Future.succeededFuture()
        : invitations
            .countMailed(tx)
            .compose(
                mailed ->
                    mailed < MAILED_MAX
                        ? Future.succeededFuture()
                        : Future.failedFuture(
                            new Failure.Conflict(
                                "INVITATIONS_MAILED",
                                "%d people were invited by e-mail within 24 hours."
                                    .formatted(mailed))));
  }

  /** Those of one relation that the caller's organisation gave, the newest first. */
  Future<List<Invitation>> list(Caller caller, UUID relation, Optional<UUID> after, int limit) {
    return db.tx(
        caller.organisation(),
        tx ->
            relations
                .existing(tx, relation)
                .compose(there -> invitations.list(tx, relation, after, limit)));
  }

  /** Calls one off: its link works no longer. */
  Future<Invitation> withdraw(Caller caller, UUID relation, UUID id) {
    return db.tx(
        caller.organisation(),
        tx ->
            existing(tx, id)
                .map(
                    invitation -> {
                      if (!invitation.relation().equals(relation)) {
                        throw new Failure.NotFound();
                      }
                      return invitation;
                    })
                .map(this::requireOpen)
                .compose(
                    invitation ->
                        end(tx, invitation, Invitation.Status.WITHDRAWN, caller.subject()))
                .compose(ended -> existing(tx, id)));
  }

  /**
   * What a link is about; it works as before.
   *
   * @return fails with {@link Failure.NotFound} when it is none, {@link Failure.Conflict} when it
   *     works no longer
   */
  Future<Opened> open(String link) {
    return within(
        link,
        (tx, invitation) ->
            relations
                .existing(tx, invitation.relation())
                .map(relation -> new Opened(invitation, relation)));
  }

  /** Brings the caller's organisation in; it fails as {@link #open} does. */
  Future<Relation> accept(Caller caller, String link) {
    return db.tx(caller.organisation(), organisations::own)
        .compose(
            own ->
                within(
                    link,
                    (tx, invitation) ->
                        end(tx, invitation, Invitation.Status.ACCEPTED, caller.subject())
                            .compose(
                                ended ->
                                    relations.accept(
                                        tx, invitation.relation(), caller, own.name()))));
  }

  /** Says no; it fails as {@link #open} does. */
  Future<Void> decline(Caller caller, String link) {
    return within(
        link,
        (tx, invitation) -> end(tx, invitation, Invitation.Status.DECLINED, caller.subject()));
  }

  /** In the transaction of the one that gave the link. */
  private <T> Future<T> within(String link, BiFunction<Tx, Invitation, Future<T>> work) {
    var target = links.open(Invitation.PURPOSE, link);
    if (target.isEmpty()) {
      return Future.failedFuture(new Failure.NotFound());
    }
    var invitation = target.get().thing();
    return db.tx(
        target.get().tenant(),
        tx ->
            existing(tx, invitation).map(this::requireOpen).compose(open -> work.apply(tx, open)));
  }

  private Future<Void> end(Tx tx, Invitation invitation, Invitation.Status outcome, String by) {
    return invitations
        .end(tx, invitation.id(), outcome, by)
        .compose(
            ended ->
                ended ? Future.succeededFuture() : Future.failedFuture(worksNoLonger("answered")));
  }

  private Future<Invitation> existing(Tx tx, UUID id) {
    return invitations.find(tx, id).map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  private Invitation requireOpen(Invitation invitation) {
    var status = invitation.status(clock.instant());
    if (status != Invitation.Status.OPEN) {
      throw worksNoLonger(status.text());
    }
    return invitation;
  }

  private static Failure.Conflict worksNoLonger(String why) {
    return new Failure.Conflict(
        "INVITATION_ENDED", "This invitation is %s: ask for another one.".formatted(why));
  }

  private static Relation waiting(Relation relation) {
    if (relation.state() != RelationState.INVITING) {
      throw new Failure.Conflict(
          "RELATION_STEP",
          "Nobody can be invited to a relation that is %s.".formatted(relation.state().text()));
    }
    return relation;
  }
}
