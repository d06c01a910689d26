package nl.banenschakel.relation.invitation;

import io.vertx.core.Future;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.mail.EmailAddress;
import nl.banenschakel.platform.mail.Mail;
import nl.banenschakel.platform.mail.Occasion;
import nl.banenschakel.platform.vault.Links;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.relation.RelationService;

/**
 * Sends somebody the link of an invitation, which is made again for it: it is kept nowhere. Names
 * the organisation that invites, and no person.
 */
final class InvitationMail implements Occasion {
  private static final String SUBJECT =
      "Uitnodiging voor Banenschakel / Invitation to Banenschakel";
  private static final String TEXT =
      """
      %1$s nodigt uw organisatie uit om in Banenschakel samen afspraken en uren bij te houden.

      Uw code werkt eenmaal, tot en met %2$s:

      %3$s

      Geef haar in de software van uw organisatie op, of laat die haar sturen naar
      %4$s/v1/relation-invitations/_accept
      Verwacht u dit bericht niet? Dan hoeft u niets te doen.

      ---

      %1$s invites your organisation to keep agreements and hours together in Banenschakel.

      Your code works once, until %2$s:

      %3$s

      Give it in the software of your organisation, or have that send it to
      %4$s/v1/relation-invitations/_accept
      If you did not expect this message, you need not do anything.
      """;

  private final Links links;
  private final RelationService relations;
  private final URI publicUrl;
  private final Clock clock;
  private final InvitationRepository invitations = new InvitationRepository();

  InvitationMail(Links links, RelationService relations, URI publicUrl, Clock clock) {
    this.links = links;
    this.relations = relations;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "invitation";
  }

  @Override
  public Future<Optional<Mail>> write(Tx tx, UUID id) {
    return invitations
        .find(tx, id)
        .map(found -> found.filter(this::isOpen))
        .compose(
            open ->
                open.isEmpty() || open.get().mail().isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : relations
                        .existing(tx, open.get().relation())
                        .map(
                            relation ->
                                Optional.of(
                                    mail(
                                        open.get().mail().get().to(),
                                        name(relation),
                                        lastDay(open.get()),
                                        links.sign(
                                            Invitation.PURPOSE,
                                            new Links.Target(tx.tenant(), id))))));
  }

  @Override
  public Future<Void> sent(Tx tx, UUID id) {
    return invitations.addMail(tx, id);
  }

  private boolean isOpen(Invitation invitation) {
    return invitation.status(clock.instant()) == Invitation.Status.OPEN;
  }

  private Mail mail(EmailAddress to, String inviting, LocalDate lastDay, String link) {
    return new Mail(to, SUBJECT, TEXT.formatted(inviting, lastDay, link, publicUrl));
  }

  /** Of the one that began it, and so invites. */
  private static String name(Relation relation) {
    return relation.isProvider(relation.owner())
        ? relation.provider().name()
        : relation.receiver().name();
  }

  /** The last one on which it works all day. */
  private static LocalDate lastDay(Invitation invitation) {
    return invitation.expiresAt().atZoneSameInstant(Netherlands.ZONE).toLocalDate().minusDays(1);
  }
}
