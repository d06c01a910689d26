package nl.banenschakel.employment.resource;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.kernel.KnownAt;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.db.known.KnownReads;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.failure.Violation;

/** Contracts that are known, to read and to end. */
final class ContractService {
  private final Db db;
  private final ContractResourceRepository contracts = new ContractResourceRepository();

  ContractService(Db db) {
    this.db = db;
  }

  /** One contract, closed or not, as it was known. */
  Future<Contract> find(Caller caller, UUID id, KnownAt asOf) {
    return KnownReads.snapshot(db, caller.organisation(), asOf, tx -> find(tx, id, asOf));
  }

  /** Open contracts as they were known, by id, from the one after a given one. */
  Future<List<Contract>> list(Caller caller, KnownAt asOf, Optional<UUID> after, int limit) {
    return KnownReads.snapshot(
        db,
        caller.organisation(),
        asOf,
        tx -> contracts.listOpen(tx, asOf, after, limit).compose(ids -> inOrder(tx, ids, asOf)));
  }

  /** Contracts that changed since, closed ones too; each once, as it is known now. */
  Future<Changes> changes(Caller caller, ChangePosition since, int limit) {
    return db.snapshot(
        caller.organisation(),
        tx ->
            contracts
                .listChanged(tx, since, limit + 1)
                .compose(
                    found -> {
                      var given = found.subList(0, Math.min(limit, found.size()));
                      var ids = given.stream().map(ChangePosition::contract).toList();
                      var read = given.isEmpty() ? since : given.get(given.size() - 1);
                      return inOrder(tx, ids, KnownAt.NOW)
                          .map(all -> new Changes(all, read, found.size() > limit));
                    }));
  }

  /**
   * Ends a contract: from now on it is known to end on this day. Nothing is erased: as of before it
   * is what it was. Ending it on the day on which it ends has no effect.
   *
   * @param tags the version that the caller has seen is among them, or {@code *} for any
   * @param lastDay inclusive, also one to come
   * @return the contract as it is known now
   */
  Future<Contract> end(Caller caller, UUID id, Set<String> tags, LocalDate lastDay) {
    return db.tx(
        caller.organisation(),
        tx ->
            // The moment comes first: nobody changes a contract between what is read and written.
            contracts
                .instant(tx)
                .compose(
                    instant ->
                        find(tx, id, KnownAt.NOW)
                            .map(known -> requireEndable(known, tags, lastDay))
                            .compose(known -> contracts.end(tx, id, lastDay, instant)))
                .compose(ended -> find(tx, id, KnownAt.NOW)));
  }

  private Future<Contract> find(Tx tx, UUID id, KnownAt asOf) {
    return contracts
        .find(tx, List.of(id), asOf)
        .map(found -> Optional.ofNullable(found.get(id)).orElseThrow(Failure.NotFound::new));
  }

  private Future<List<Contract>> inOrder(Tx tx, List<UUID> ids, KnownAt asOf) {
    return contracts
        .find(tx, ids, asOf)
        .map(found -> ids.stream().map(found::get).filter(Objects::nonNull).toList());
  }

  private static Contract requireEndable(Contract known, Set<String> tags, LocalDate lastDay) {
    if (!tags.contains(known.tag()) && !tags.contains("*")) {
      throw new Failure.Stale();
    }
    if (!known.isOpen()) {
      throw new Failure.Conflict(
          "CONTRACT_CLOSED", "Its source no longer has this contract: there is nothing to end.");
    }
    if (lastDay.isBefore(known.parts().get(0).startDate())) {
      throw new Failure.Invalid(
          List.of(
              new Violation(
                  "query on",
                  "DATE_ORDER",
                  "The contract begins later: leave it out of its source's next full delivery.")));
    }
    return known;
  }
}
