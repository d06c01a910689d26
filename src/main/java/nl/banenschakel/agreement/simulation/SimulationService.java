package nl.banenschakel.agreement.simulation;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import nl.banenschakel.agreement.Content;
import nl.banenschakel.agreement.content.Setting;
import nl.banenschakel.agreement.draft.DraftService;
import nl.banenschakel.agreement.worked.WorkedService;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;

/** Holds a draft against the hours of last year. */
final class SimulationService {
  private final Db db;
  private final DraftService drafts;
  private final Norms norms;
  private final Clock clock;
  private final WorkedService worked = new WorkedService();

  SimulationService(Db db, DraftService drafts, Norms norms, Clock clock) {
    this.db = db;
    this.drafts = drafts;
    this.norms = norms;
    this.clock = clock;
  }

  /**
   * What the two have of it.
   *
   * @param read makes of a setting what was sent, or fails with every mistake
   */
  Future<Simulation> simulate(Caller caller, UUID relation, Function<Setting, Content> read) {
    var lastYear = Netherlands.today(clock).getYear() - 1;
    return db.snapshot(
        caller.organisation(),
        tx ->
            drafts
                .setting(tx, relation)
                .map(read)
                .compose(
                    content ->
                        worked
                            .year(tx, relation, lastYear)
                            .map(it -> SimulationCalculator.simulate(norms, content, it))));
  }
}
