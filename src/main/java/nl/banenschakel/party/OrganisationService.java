package nl.banenschakel.party;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.platform.audit.review.AuditClearingJob;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.job.Jobs;

/** Makes organisations and tells which ones a caller acts for. */
public final class OrganisationService {
  private final Db db;
  private final Jobs jobs;
  private final OrganisationRepository organisations = new OrganisationRepository();

  OrganisationService(Db db, Jobs jobs) {
    this.db = db;
    this.jobs = jobs;
  }

  /** Makes an organisation: a new tenant. For operators; it takes part in no tenant itself. */
  public Future<Organisation> create(Caller caller, OrganisationDraft draft) {
    var id = UuidCreator.getTimeOrderedEpoch();
    return db.tx(
        id,
        tx ->
            organisations
                .insert(tx, draft, caller.subject())
                .compose(inserted -> AuditClearingJob.begin(jobs, tx))
                .compose(begun -> organisations.find(tx))
                .map(Optional::orElseThrow));
  }

  /** The organisations of the caller's token, each read as itself. */
  public Future<List<Organisation>> list(Caller caller) {
    var all =
        caller.organisations().stream().sorted().map(id -> db.tx(id, organisations::find)).toList();
    return Future.all(all)
        .map(done -> all.stream().flatMap(found -> found.result().stream()).toList());
  }

  /**
   * The tenant's own.
   *
   * @return fails with {@link Failure.NotFound} when no organisation has that id
   */
  public Future<Organisation> own(Tx tx) {
    return organisations.find(tx).map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  /** Whether a number is the tenant's own: a delivery for another one is a mistake. */
  public Future<Boolean> owns(Tx tx, Loonheffingennummer number) {
    return organisations.owns(tx, number);
  }

  /**
   * Refuses a number that is not the tenant's own.
   *
   * @param at where the caller named it
   * @return fails with {@link Failure.Invalid}
   */
  public Future<Void> requireOwn(Tx tx, Loonheffingennummer number, String at) {
    return owns(tx, number)
        .compose(
            owns ->
                owns
                    ? Future.succeededFuture()
                    : Future.failedFuture(new Failure.Invalid(List.of(notYours(at)))));
  }

  /** The mistake of naming a number that is not one's own. */
  public static Violation notYours(String at) {
    return new Violation(
        at,
        "LOONHEFFINGENNUMMER_NOT_YOURS",
        "This loonheffingennummer is not one of this organisation's: check the number, or the"
            + " organisation you act for.");
  }
}
