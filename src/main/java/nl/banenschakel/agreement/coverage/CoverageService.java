package nl.banenschakel.agreement.coverage;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.agreement.coverage.Coverage.Span;
import nl.banenschakel.agreement.coverage.Coverage.Stretch;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.relation.RelationService;
import nl.banenschakel.relation.RelationState;

/** Tells what is amiss with the agreements of a relation. */
final class CoverageService {
  private static final Set<RelationState> BOTH_IN =
      Set.of(RelationState.RUNNING, RelationState.ENDED);

  private final Db db;
  private final RelationService relations;
  private final CoverageRepository spans = new CoverageRepository();

  CoverageService(Db db, RelationService relations) {
    this.db = db;
    this.relations = relations;
  }

  /**
   * All stretches of days, from the first of the latest {@value CoverageRepository#SPANS_MAX}
   * versions on; none in a relation that the other one has not accepted.
   */
  Future<List<Stretch>> amiss(Caller caller, UUID relation) {
    return db.snapshot(
        caller.organisation(),
        tx ->
            relations
                .existing(tx, relation)
                .compose(
                    it ->
                        BOTH_IN.contains(it.state())
                            ? spans.list(tx, relation).map(all -> amiss(it, all))
                            : Future.succeededFuture(List.of())));
  }

  private static List<Stretch> amiss(Relation relation, List<Span> latest) {
    var first =
        latest.size() < CoverageRepository.SPANS_MAX
            ? relation.firstDay()
            : latest.get(latest.size() - 1).from();
    return Coverage.amiss(first, relation.lastDay(), latest);
  }
}
