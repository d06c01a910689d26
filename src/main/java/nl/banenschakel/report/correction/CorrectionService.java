package nl.banenschakel.report.correction;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Held;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;

/** Reads what follows from a run for payroll. */
final class CorrectionService {
  private final Db db;
  private final CorrectionRepository corrections = new CorrectionRepository();

  CorrectionService(Db db) {
    this.db = db;
  }

  /**
   * The corrections of a run, to be read while they are sent.
   *
   * @param rowsMax how many the form of the answer holds; empty: any number
   * @return fails with NotFound, and with Conflict when there are more
   */
  Future<Held<Corrections>> open(Caller caller, UUID id, Optional<Integer> rowsMax) {
    return db.hold(
        caller.organisation(),
        tx ->
            corrections
                .run(tx, id)
                .map(found -> found.orElseThrow(Failure.NotFound::new))
                .compose(
                    run ->
                        rowsMax
                            .map(max -> requireFits(tx, id, max))
                            .orElseGet(Future::succeededFuture)
                            .map(run))
                .map(run -> new Corrections(run, corrections.all(tx, id))));
  }

  private Future<Void> requireFits(Tx tx, UUID id, int rowsMax) {
    return corrections
        .countUpTo(tx, id, rowsMax + 1L)
        .compose(
            rows ->
                rows <= rowsMax
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        new Failure.Conflict(
                            "CORRECTIONS_TOO_MANY",
                            "There are more than %d rows: ask for CSV.".formatted(rowsMax))));
  }
}
