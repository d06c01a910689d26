package nl.banenschakel.payroll.total;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.Future;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.kernel.Loonheffingennummer;
import nl.banenschakel.party.OrganisationService;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.db.known.KnownReads;
import nl.banenschakel.platform.failure.Failure;

/** Control totals that come by themselves, before the returns or after them. */
final class ControlTotalService {
  private final Db db;
  private final OrganisationService organisations;
  private final TieOut tieOut;
  private final ControlTotalEvents events;
  private final ControlTotalRepository totals = new ControlTotalRepository();

  ControlTotalService(
      Db db, OrganisationService organisations, TieOut tieOut, ControlTotalEvents events) {
    this.db = db;
    this.organisations = organisations;
    this.tieOut = tieOut;
    this.events = events;
  }

  /**
   * Keeps what a source says of a tijdvak, in the place of what it said before. The same again has
   * no effect.
   */
  Future<ControlTotal> put(Caller caller, ControlTotalDraft draft) {
    return db.tx(
        caller.organisation(),
        tx ->
            organisations
                .requireOwn(tx, draft.number(), "/loonheffingennummer")
                .compose(own -> totals.lock(tx, draft.number()))
                .compose(
                    moment ->
                        compare(tx, draft)
                            .compose(before -> put(tx, caller, draft, moment, before))));
  }

  /** As they were known, the latest first, from the one after a given one. */
  Future<List<ControlTotal>> list(
      Caller caller, Loonheffingennummer number, KnownAt asOf, Optional<UUID> after, int limit) {
    return KnownReads.snapshot(
        db,
        caller.organisation(),
        asOf,
        tx ->
            organisations
                .requireOwn(tx, number, "header Loonheffingennummer")
                .compose(own -> totals.list(tx, number, asOf.instant(), after, limit)));
  }

  /** One, as it was known. */
  Future<ControlTotal> find(Caller caller, UUID id, KnownAt asOf) {
    return KnownReads.snapshot(db, caller.organisation(), asOf, tx -> find(tx, id, asOf.instant()));
  }

  /** From now on it is not known any more. */
  Future<ControlTotal> withdraw(Caller caller, UUID id) {
    return db.tx(
        caller.organisation(),
        tx ->
            find(tx, id, OffsetDateTime.MAX)
                .compose(
                    found ->
                        totals
                            .lock(tx, found.number())
                            .compose(
                                moment ->
                                    find(tx, id, OffsetDateTime.MAX)
                                        .compose(last -> end(tx, last, moment)))));
  }

  private Future<ControlTotal> put(
      Tx tx,
      Caller caller,
      ControlTotalDraft draft,
      OffsetDateTime moment,
      List<ControlTotal> before) {
    var known = before.stream().filter(it -> it.source().equals(draft.source())).findFirst();
    if (known.stream().anyMatch(it -> it.stated().equals(draft.stated()))) {
      return Future.succeededFuture(known.get());
    }
    return totals
        .idOf(tx, draft)
        .map(id -> id.orElseGet(UuidCreator::getTimeOrderedEpoch))
        .compose(
            id ->
                totals
                    .end(tx, id, moment)
                    .compose(ended -> add(tx, caller, draft, id, moment))
                    .compose(added -> compare(tx, draft))
                    .compose(after -> events.tell(tx, before, after))
                    .compose(told -> find(tx, id, OffsetDateTime.MAX)));
  }

  private Future<Void> add(
      Tx tx, Caller caller, ControlTotalDraft draft, UUID id, OffsetDateTime moment) {
    var kept = tieOut.kept(id, draft.tijdvak(), caller.subject(), moment);
    return totals.add(tx, draft, kept, Optional.empty());
  }

  private Future<ControlTotal> end(Tx tx, ControlTotal total, OffsetDateTime moment) {
    return totals
        .end(tx, total.id(), moment)
        .compose(ended -> events.tell(tx, List.of(total), List.of()))
        .map(total);
  }

  private Future<List<ControlTotal>> compare(Tx tx, ControlTotalDraft draft) {
    return totals.compare(tx, draft.number(), List.of(draft.tijdvak()), OffsetDateTime.MAX);
  }

  private Future<ControlTotal> find(Tx tx, UUID id, OffsetDateTime asOf) {
    return totals.find(tx, id, asOf).map(found -> found.orElseThrow(Failure.NotFound::new));
  }
}
