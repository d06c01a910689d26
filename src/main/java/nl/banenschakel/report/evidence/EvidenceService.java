package nl.banenschakel.report.evidence;

import io.vertx.core.Future;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.report.PersonRows;

/** Follows the figures of a run down to the evidence. */
public final class EvidenceService {
  /** Parts of contracts, and relationships, of one person in one run: nobody has as many. */
  static final int ROWS_MAX = 1_000;

  private final Db db;
  private final EvidenceRepository rows = new EvidenceRepository();

  /** Over the views of others. */
  public EvidenceService(Db db) {
    this.db = db;
  }

  /** What a person's figures are made of; fails with NotFound. */
  public Future<PersonRows> person(Caller caller, UUID run, UUID person) {
    return db.snapshot(
        caller.organisation(),
        tx -> require(tx, run).compose(knownAt -> person(tx, run, person, knownAt)));
  }

  /** Income relationships as the run knew them. */
  public Future<PersonRows.Page> relationships(
      Caller caller, UUID run, RelationshipQuestion asked) {
    return db.snapshot(
        caller.organisation(),
        tx ->
            require(tx, run)
                .compose(knownAt -> rows.relationships(tx, run, asked, knownAt))
                .map(asked::page));
  }

  private Future<PersonRows> person(Tx tx, UUID run, UUID person, OffsetDateTime knownAt) {
    var all =
        new RelationshipQuestion(
            RowKind.COUNTED, Optional.empty(), Optional.of(person), RowPosition.FIRST, ROWS_MAX);
    var found = rows.person(tx, run, person).map(there -> there.orElseThrow(Failure.NotFound::new));
    var tijdvakken = found.compose(there -> rows.tijdvakken(tx, run, person, there.worksHere()));
    var contracts = tijdvakken.compose(read -> rows.contracts(tx, run, person, knownAt, ROWS_MAX));
    return contracts
        .compose(read -> rows.relationships(tx, run, all, knownAt))
        .map(
            relationships ->
                new PersonRows(
                    run,
                    person,
                    found.result().personnelNumber(),
                    tijdvakken.result(),
                    contracts.result(),
                    relationships));
  }

  private Future<OffsetDateTime> require(Tx tx, UUID run) {
    return rows.knownAt(tx, run).map(found -> found.orElseThrow(Failure.NotFound::new));
  }
}
