package nl.banenschakel.party.mandate;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.party.Organisation;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.auth.Representation;
import nl.banenschakel.platform.auth.Representations;
import nl.banenschakel.platform.auth.Role;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/** Gives mandates, ends them, and tells who may act for whom at this moment. */
final class MandateService implements Representations {
  /** Mandates of one giver that are not over. */
  private static final int MANDATES_MAX = 200;

  private final Db db;
  private final OrganisationService organisations;
  private final InstantSource clock;
  private final MandateRepository mandates = new MandateRepository();

  MandateService(Db db, OrganisationService organisations, InstantSource clock) {
    this.db = db;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** In the transaction of the organisation that is acted for: nobody's rows are read but its. */
  @Override
  public Future<Optional<Representation>> find(
      UUID organisation, Set<UUID> representatives, Set<Role> roles) {
    return db.tx(organisation, tx -> mandates.representation(tx, representatives, roles, today()));
  }

  /**
   * Lets another organisation act for the caller's. Whether there is such an organisation is not
   * told.
   *
   * @return fails with {@link Failure.Invalid} when it is the caller's own, or when it would be
   *     over
   */
  Future<Mandate> give(Caller caller, MandateDraft draft) {
    if (draft.representative().equals(caller.organisation())) {
      return refuse("/representative", "REPRESENTATIVE_SELF", "Name another organisation.");
    }
    if (draft.lastDay().isBefore(today())) {
      return refuse("/lastDay", "LAST_DAY_UNFIT", "A mandate does not end before today.");
    }
    var id = UuidCreator.getTimeOrderedEpoch();
    return db.tx(
        caller.organisation(),
        tx ->
            mandates
                .count(tx, today())
                .compose(given -> given < MANDATES_MAX ? organisations.own(tx) : tooMany())
                .compose(own -> mandates.add(tx, id, draft, own.name(), caller.subject()))
                .compose(added -> mandates.find(tx, id))
                .map(Optional::orElseThrow));
  }

  /**
   * Ends one at once; either of the two may.
   *
   * @return fails with {@link Failure.Conflict} when it was ended before
   */
  Future<Mandate> end(Caller caller, UUID id) {
    return db.tx(
        caller.organisation(),
        tx ->
            mandates
                .find(tx, id)
                .map(found -> found.orElseThrow(Failure.NotFound::new))
                .compose(
                    mandate ->
                        mandates.end(
                            tx, id, mandate.otherThan(caller.organisation()), caller.subject()))
                .map(
                    ended -> {
                      if (!ended) {
                        throw new Failure.Conflict("MANDATE_ENDED", "It was ended before.");
                      }
                      return id;
                    })
                .compose(ended -> mandates.find(tx, id))
                .map(Optional::orElseThrow));
  }

  /** One that the caller's organisation gave or received. */
  Future<Mandate> find(Caller caller, UUID id) {
    return db.tx(caller.organisation(), tx -> mandates.find(tx, id))
        .map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  /** Those that the caller's organisation gave or received, the newest first. */
  Future<List<Mandate>> list(Caller caller, Optional<UUID> after, int limit) {
    return db.tx(caller.organisation(), tx -> mandates.list(tx, after, limit));
  }

  /** The day it is in the Netherlands, by which mandates begin and end. */
  LocalDate today() {
    return Netherlands.today(clock);
  }

  private static Future<Organisation> tooMany() {
    return Future.failedFuture(
        new Failure.Conflict(
            "MANDATES_TOO_MANY",
            "An organisation gives %d mandates at a time: end one first.".formatted(MANDATES_MAX)));
  }

  private static Future<Mandate> refuse(String at, String code, String detail) {
    return Future.failedFuture(new Failure.Invalid(List.of(new Violation(at, code, detail))));
  }
}
