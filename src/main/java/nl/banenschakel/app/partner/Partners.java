package nl.banenschakel.app.partner;

import java.time.Clock;
import nl.banenschakel.agreement.Agreements;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.http.Endpoints;
import nl.banenschakel.platform.outbox.Outbox;
import nl.banenschakel.platform.vault.Links;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.relation.Relations;
import nl.banenschakel.relation.invitation.Invitations;

/** The slices in which two organisations have something in common. */
public record Partners(Relations relations, Invitations invitations, Agreements agreements) {
  /** Wires them. */
  public static Partners of(
      Db db,
      Vault vault,
      Outbox outbox,
      Norms norms,
      OrganisationService organisations,
      Clock clock) {
    var relations = Relations.of(db, outbox, organisations);
    return new Partners(
        relations,
        Invitations.of(db, new Links(vault), organisations, relations.service(), clock),
        Agreements.of(db, outbox, norms, relations.service(), clock));
  }

  /** Adds their operations. */
  public void mount(Endpoints http) {
    relations.mount(http);
    invitations.mount(http);
    agreements.mount(http);
  }
}
