package nl.banenschakel.register.explanation;

import io.vertx.core.Future;
import java.util.Map;
import java.util.UUID;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.vault.Vault;

/** Explains why somebody is not on a list. Writes nothing. */
final class ExplanationService {
  private final Db db;
  private final Vault vault;
  private final Norms norms;
  private final OrganisationService organisations;
  private final FactsRepository facts = new FactsRepository();

  ExplanationService(Db db, Vault vault, Norms norms, OrganisationService organisations) {
    this.db = db;
    this.vault = vault;
    this.norms = norms;
    this.organisations = organisations;
  }

  /**
   * An explanation, and of each piece of evidence in it whether it is an answer.
   *
   * @param answers the others are lists
   */
  record Explained(Explanation explanation, Map<UUID, Boolean> answers) {}

  /**
   * Walks the causes for one person.
   *
   * @throws Failure.Invalid through the future when the number is not the organisation's own
   */
  Future<Explained> explain(Caller caller, PersonQuestion question) {
    var blindIndex = vault.forTenant(caller.organisation()).blindIndex(question.bsn());
    int grace = norms.at(NormName.PRESENCE_GRACE_REFRESHES, question.day()).integer();
    return db.snapshot(
        caller.organisation(),
        tx ->
            organisations
                .requireOwn(tx, question.number(), "/loonheffingennummer")
                .compose(own -> facts.find(tx, blindIndex, question, grace))
                .compose(found -> explained(tx, Explanation.of(found, delays(found, question)))));
  }

  private Future<Explained> explained(Tx tx, Explanation explanation) {
    var evidence =
        explanation.findings().stream()
            .flatMap(finding -> finding.evidence().stream())
            .distinct()
            .toList();
    return facts.areAnswers(tx, evidence).map(answers -> new Explained(explanation, answers));
  }

  private Explanation.Delays delays(Facts found, PersonQuestion question) {
    var day = found.list().map(Facts.KnownList::upTo).orElse(question.day());
    return new Explanation.Delays(
        norms.at(NormName.REGISTER_REFRESH_DELAY_DAYS, day).integer(),
        norms.at(NormName.REGISTER_NEW_GROUPS_DELAYED, day).integer() == 1);
  }
}
