package nl.banenschakel.register.fetch;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.job.JobDraft;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.platform.outbox.Outbox;

/**
 * Keeps mandates on record, and tells of the end of each, once and in time to have it renewed. An
 * expired mandate blocks what is still to be asked, and nothing that was answered.
 */
public final class MandateService {
  private static final String ENDING = "nl.banenafspraak.register-mandate-ending.v1";

  private final Db db;
  private final Jobs jobs;
  private final Outbox outbox;
  private final Norms norms;
  private final OrganisationService organisations;
  private final ScheduleService schedules;
  private final Clock clock;
  private final MandateRepository mandates = new MandateRepository();

  MandateService(
      Db db,
      Jobs jobs,
      Outbox outbox,
      Norms norms,
      OrganisationService organisations,
      ScheduleService schedules,
      Clock clock) {
    this.db = db;
    this.jobs = jobs;
    this.outbox = outbox;
    this.norms = norms;
    this.organisations = organisations;
    this.schedules = schedules;
    this.clock = clock;
  }

  /**
   * Puts a mandate on record.
   *
   * @throws Failure.Invalid through the future when the number is not the organisation's own
   */
  Future<Mandate> add(Caller caller, MandateDraft draft) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return db.tx(caller.organisation(), tx -> put(tx, id, draft, caller));
  }

  /**
   * Changes one.
   *
   * @param tags the version that the caller has seen is among them, or {@code *} for any
   */
  Future<Mandate> change(Caller caller, UUID id, Set<String> tags, MandateDraft draft) {
    return db.tx(
        caller.organisation(),
        tx -> locked(tx, id, tags).compose(seen -> put(tx, id, draft, caller)));
  }

  /** Takes one off the record; gives what it was. */
  Future<Mandate> withdraw(Caller caller, UUID id, Set<String> tags) {
    return db.tx(
        caller.organisation(),
        tx -> locked(tx, id, tags).compose(seen -> mandates.close(tx, id).map(seen)));
  }

  /** One of the caller's organisation. */
  Future<Mandate> find(Caller caller, UUID id) {
    return db.tx(caller.organisation(), tx -> mandates.find(tx, id))
        .map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  /** All that are on record, newest first, from the one after a given one. */
  Future<List<Mandate>> list(Caller caller, Optional<UUID> after, int limit) {
    return db.tx(caller.organisation(), tx -> mandates.list(tx, after, limit));
  }

  /** Whether this may be asked of the register for a number today. */
  public Future<Boolean> covers(Tx tx, Loonheffingennummer number, Mandate.Coverage what) {
    return mandates.covers(tx, number, what, today());
  }

  /**
   * Tells of the end of a mandate when its time has come; else says when to look again. Does
   * nothing for one that is gone or was told of.
   */
  Future<Void> warn(Tx tx, UUID id) {
    return mandates
        .lock(tx, id)
        .compose(
            found -> {
              if (found.isEmpty() || found.get().warned()) {
                return Future.succeededFuture();
              }
              var mandate = found.get();
              return warnOn(mandate).isAfter(today())
                  ? enqueueWarning(tx, mandate)
                  : tell(tx, mandate);
            });
  }

  private Future<Mandate> put(Tx tx, UUID id, MandateDraft draft, Caller caller) {
    return organisations
        .requireOwn(tx, draft.number(), "/loonheffingennummer")
        .compose(own -> mandates.put(tx, id, draft, caller.subject()))
        .compose(mandate -> enqueueWarning(tx, mandate).map(mandate))
        .compose(mandate -> schedules.wake(tx, draft.number()).map(mandate));
  }

  private Future<Mandate> locked(Tx tx, UUID id, Set<String> tags) {
    return mandates
        .lock(tx, id)
        .map(found -> found.orElseThrow(Failure.NotFound::new))
        .map(
            mandate -> {
              if (!tags.contains(mandate.tag()) && !tags.contains("*")) {
                throw new Failure.Stale();
              }
              return mandate;
            });
  }

  private Future<Void> enqueueWarning(Tx tx, Mandate mandate) {
    var due = warnOn(mandate).atStartOfDay(Netherlands.ZONE).toInstant();
    var job =
        JobDraft.of(MandateJob.KIND, Map.of(MandateJob.MANDATE, mandate.id().toString()))
            .once(mandate.id().toString());
    return jobs.enqueue(tx, job.at(due)).mapEmpty();
  }

  private Future<Void> tell(Tx tx, Mandate mandate) {
    var data = Map.of("lastDay", mandate.lastDay().toString());
    return outbox
        .add(tx, ENDING, "/v1/register-mandates/" + mandate.id(), data)
        .compose(told -> mandates.warned(tx, mandate.id()));
  }

  private LocalDate warnOn(Mandate mandate) {
    int days = norms.at(NormName.MANDATE_WARNING_DAYS, mandate.lastDay()).integer();
    return mandate.lastDay().minusDays(days);
  }

  private LocalDate today() {
    return Netherlands.today(clock);
  }
}
