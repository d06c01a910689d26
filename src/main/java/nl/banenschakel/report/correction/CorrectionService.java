package nl.banenschakel.report.correction;

import io.vertx.core.Future;
import java.util.UUID;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.failure.Failure;

/** Reads what follows from a run for payroll. */
final class CorrectionService {
  /** Beyond so many rows nobody corrects by hand: something else is wrong, such as a whole file. */
  static final int CORRECTIONS_MAX = 20_000;

  private final Db db;
  private final CorrectionRepository corrections = new CorrectionRepository();

  CorrectionService(Db db) {
    this.db = db;
  }

  /** The corrections of a run; fails with NotFound, and with Conflict beyond the limit. */
  Future<Corrections> list(Caller caller, UUID id) {
    return db.snapshot(
        caller.organisation(),
        tx ->
            corrections
                .run(tx, id)
                .map(found -> found.orElseThrow(Failure.NotFound::new))
                .compose(
                    run ->
                        corrections
                            .list(tx, id, CORRECTIONS_MAX + 1)
                            .map(items -> new Corrections(run, items))
                            .map(CorrectionService::requireFew)));
  }

  private static Corrections requireFew(Corrections list) {
    if (list.items().size() > CORRECTIONS_MAX) {
      throw new Failure.Conflict(
          "CORRECTIONS_TOO_MANY",
          "There are more than %d rows: make a reconciliation over fewer tijdvakken."
              .formatted(CORRECTIONS_MAX));
    }
    return list;
  }
}
