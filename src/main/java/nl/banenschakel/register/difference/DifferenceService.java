package nl.banenschakel.register.difference;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.platform.http.Paging;
import nl.banenschakel.register.difference.Difference.Change;

/** Compares lists. */
final class DifferenceService {
  private final Db db;
  private final DifferenceRepository differences = new DifferenceRepository();

  DifferenceService(Db db) {
    this.db = db;
  }

  /**
   * From an earlier list to a later one.
   *
   * @param change of those people only
   * @throws Failure.NotFound through the future when either is not a list of the organisation
   */
  Future<Difference.Page> of(
      Caller caller, UUID later, UUID earlier, Optional<Change> change, Paging paging) {
    return db.snapshot(
        caller.organisation(),
        tx ->
            differences
                .areThere(tx, later, earlier)
                .compose(
                    there ->
                        there
                            ? differences.count(tx, later, earlier)
                            : Future.failedFuture(new Failure.NotFound()))
                .compose(
                    counts ->
                        differences
                            .list(tx, later, earlier, change, paging.after(), paging.fetch())
                            .map(people -> new Difference.Page(counts, people))));
  }
}
