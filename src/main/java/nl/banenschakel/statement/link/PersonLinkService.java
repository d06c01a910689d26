package nl.banenschakel.statement.link;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.person.PersonDraft;
import nl.banenschakel.person.PersonService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;
import nl.banenschakel.platform.vault.Vault;

/** Makes links, ends them, and tells which there are; of the caller's own organisation. */
final class PersonLinkService {
  private final Db db;
  private final Vault vault;
  private final PersonService persons;
  private final PersonLinkRepository links = new PersonLinkRepository();

  PersonLinkService(Db db, Vault vault, PersonService persons) {
    this.db = db;
    this.vault = vault;
    this.persons = persons;
  }

  /**
   * Makes one; the same again is the same one.
   *
   * @return fails with {@link Failure.Conflict} when the reference means somebody on that day
   */
  Future<PersonLink> link(Caller caller, PersonLinkDraft draft) {
    var met = UuidCreator.getTimeOrderedEpoch();
    var sealed = vault.forTenant(caller.organisation()).seal(met, draft.bsn());
    var id = UuidCreator.getTimeOrderedEpoch();
    return db.tx(
        caller.organisation(),
        tx ->
            persons
                .meet(tx, new PersonDraft(met, sealed))
                .compose(
                    person ->
                        links
                            .add(tx, id, person, draft, caller)
                            .compose(added -> added ? existing(tx, id) : same(tx, person, draft))));
  }

  /** All, the newest first. */
  Future<List<PersonLink>> list(Caller caller, Optional<UUID> after, int limit) {
    return db.tx(caller.organisation(), tx -> links.list(tx, after, limit));
  }

  /**
   * Ends one.
   *
   * @return fails with {@link Failure.Conflict} when it has ended
   */
  Future<PersonLink> end(Caller caller, UUID id, LinkEndDraft draft) {
    return db.tx(
        caller.organisation(),
        tx ->
            existing(tx, id)
                .map(link -> endable(link, draft))
                .compose(link -> links.end(tx, id, draft, caller))
                .compose(
                    ended ->
                        ended
                            ? existing(tx, id)
                            : Future.failedFuture(
                                new Failure.Conflict("LINK_ENDED", "This link has ended."))));
  }

  private Future<PersonLink> existing(Tx tx, UUID id) {
    return links.find(tx, id).map(found -> found.orElseThrow(Failure.NotFound::new));
  }

  private Future<PersonLink> same(Tx tx, UUID person, PersonLinkDraft draft) {
    return links
        .newestOf(tx, draft.reference())
        .map(
            newest ->
                newest
                    .filter(link -> link.end().isEmpty())
                    .filter(link -> link.person().equals(person))
                    .filter(link -> link.ground() == draft.ground())
                    .filter(link -> link.firstDay().equals(draft.firstDay()))
                    .orElseThrow(
                        () ->
                            new Failure.Conflict(
                                "REFERENCE_LINKED",
                                "This reference means a person on that day or later: end that link"
                                    + " first.")));
  }

  private static PersonLink endable(PersonLink link, LinkEndDraft draft) {
    if (draft.lastDay().isBefore(link.firstDay().minusDays(1))) {
      throw new Failure.Invalid(
          List.of(
              new Violation(
                  "/lastDay",
                  "DATE_ORDER",
                  "The last day lies before the day before the first one.")));
    }
    return link;
  }
}
