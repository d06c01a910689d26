package nl.banenschakel.register.check;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.vault.Vault;
import nl.banenschakel.register.connector.BridgeAnswer;
import nl.banenschakel.register.connector.BridgeFailed;
import nl.banenschakel.register.connector.RegisterBridge;
import nl.banenschakel.register.fetch.Mandate;
import nl.banenschakel.register.fetch.MandateService;

/**
 * Answers from evidence that is new enough; else asks the register, and falls back on older
 * evidence where that gives no answer. Nothing is written: no person, no index, no token.
 */
final class CheckService {
  private final Db db;
  private final Vault vault;
  private final Norms norms;
  private final OrganisationService organisations;
  private final MandateService mandates;
  private final Optional<RegisterBridge> bridge;
  private final Clock clock;
  private final CheckRepository evidence = new CheckRepository();

  CheckService(
      Db db,
      Vault vault,
      Norms norms,
      OrganisationService organisations,
      MandateService mandates,
      Optional<RegisterBridge> bridge,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.norms = norms;
    this.organisations = organisations;
    this.mandates = mandates;
    this.bridge = bridge;
    this.clock = clock;
  }

  /** What is known here, and whether the register may be asked. */
  private record Known(Optional<Check> evidence, boolean mayAsk) {}

  /**
   * Whether somebody is in the register.
   *
   * @throws Failure.Conflict through the future when nothing is known here and nobody may be asked
   * @throws Failure.Unavailable through the future when nothing is known here and the register does
   *     not answer
   */
  Future<Check> check(Caller caller, CheckDraft draft) {
    var tenant = caller.organisation();
    var blindIndex = vault.forTenant(tenant).blindIndex(draft.bsn());
    return db.tx(
            tenant,
            tx ->
                organisations
                    .requireOwn(tx, draft.number(), "/loonheffingennummer")
                    .compose(own -> evidence.newest(tx, draft.number(), blindIndex, today()))
                    .compose(
                        found ->
                            mandates
                                .covers(tx, draft.number(), Mandate.Coverage.ANSWER)
                                .map(covers -> new Known(found, covers))))
        .compose(known -> answer(known, draft));
  }

  /** How many days ago the answer was right. */
  long age(Check check) {
    return Math.max(0, ChronoUnit.DAYS.between(check.peildatum(), today()));
  }

  private Future<Check> answer(Known known, CheckDraft draft) {
    int days = norms.at(NormName.CHECK_EVIDENCE_DAYS, today()).integer();
    if (known.evidence().filter(check -> age(check) <= days).isPresent()) {
      return Future.succeededFuture(known.evidence().get());
    }
    return (known.mayAsk() ? ask(draft) : Future.<Check>failedFuture(noMandate()))
        .recover(
            cause ->
                known
                    .evidence()
                    .filter(older -> cause instanceof Failure)
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(cause)));
  }

  private Future<Check> ask(CheckDraft draft) {
    return bridge
        .map(asked -> asked.ask(draft.number(), draft.bsn(), RegisterBridge.Purpose.CANDIDATE))
        .orElseGet(() -> Future.failedFuture(notConnected()))
        .map(this::check)
        .recover(
            cause ->
                Future.failedFuture(
                    cause instanceof BridgeFailed failed
                        ? new Failure.Unavailable(failed.reason().code(), failed.detail())
                        : cause));
  }

  /** The register may be behind: whose last day has passed is in no longer. */
  private Check check(BridgeAnswer answer) {
    return new Check(
        answer.isIn() && answer.until().filter(last -> last.isBefore(today())).isEmpty(),
        answer.peildatum(),
        answer.updatedTo(),
        answer.from(),
        answer.until(),
        Optional.empty());
  }

  private Failure noMandate() {
    return bridge.isEmpty()
        ? notConnected()
        : new Failure.Conflict(
            "MANDATE_NOT_VALID",
            "There is no evidence about this person, and no mandate on record by which the register"
                + " may be asked.");
  }

  private static Failure notConnected() {
    return new Failure.Conflict(
        "REGISTER_NOT_CONNECTED",
        "There is no evidence about this person, and no connector to ask the register.");
  }

  private LocalDate today() {
    return Netherlands.today(clock);
  }
}
