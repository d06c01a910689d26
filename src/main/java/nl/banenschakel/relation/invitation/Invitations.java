package nl.banenschakel.relation.invitation;

import java.time.Clock;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.mail.Mails;
import nl.banenschakel.platform.mail.Occasion;
import nl.banenschakel.platform.vault.Links;
import nl.banenschakel.relation.RelationService;

/** The area as a whole, for the wiring. */
public final class Invitations {
  private final InvitationService service;
  private final Clock clock;

  private Invitations(InvitationService service, Clock clock) {
    this.service = service;
    this.clock = clock;
  }

  /**
   * Over a database.
   *
   * @param mails where messages to who is invited are put
   * @param clock by which links expire
   */
  public static Invitations of(
      Db db,
      Links links,
      OrganisationService organisations,
      RelationService relations,
      Mails mails,
      Clock clock) {
    return new Invitations(
        new InvitationService(db, links, organisations, relations, mails, clock), clock);
  }

  /** Writes to those who are invited. */
  public Occasion mail() {
    return service.mail();
  }

  /** Adds the area's operations. */
  public void mount(Endpoints http) {
    new InvitationRoutes(service, clock).mount(http);
  }
}
