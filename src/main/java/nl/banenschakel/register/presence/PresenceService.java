package nl.banenschakel.register.presence;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.db.known.KnownReads;
import nl.banenschakel.platform.failure.Failure;

/** Tells who is in the register, and by what. */
final class PresenceService {
  private final Db db;
  private final Norms norms;
  private final OrganisationService organisations;
  private final PresenceRepository presences = new PresenceRepository();

  PresenceService(Db db, Norms norms, OrganisationService organisations) {
    this.db = db;
    this.norms = norms;
    this.organisations = organisations;
  }

  /**
   * The presence of one of the organisation's people, tijdvak by tijdvak.
   *
   * @throws Failure.NotFound through the future when there is no such person
   * @throws Failure.Invalid through the future when the number is not the organisation's own
   */
  Future<List<Presence>> of(Caller caller, UUID person, PresenceQuestion question) {
    var tijdvakken = question.tijdvakken();
    var lastDay = tijdvakken.get(tijdvakken.size() - 1).end();
    int grace = norms.at(NormName.PRESENCE_GRACE_REFRESHES, lastDay).integer();
    return KnownReads.snapshot(
        db,
        caller.organisation(),
        question.asOf(),
        tx ->
            require(tx, person, question)
                .compose(allowed -> presences.list(tx, person, question, grace)));
  }

  private Future<Void> require(Tx tx, UUID person, PresenceQuestion question) {
    return presences
        .knows(tx, person)
        .compose(
            known ->
                known
                    ? organisations.requireOwn(tx, question.number(), "header Loonheffingennummer")
                    : Future.failedFuture(new Failure.NotFound()));
  }
}
