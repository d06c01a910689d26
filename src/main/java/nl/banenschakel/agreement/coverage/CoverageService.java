package nl.banenschakel.agreement.coverage;

import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.agreement.Agreement.InForce;
import nl.banenschakel.agreement.AgreementService;
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
  private final AgreementService agreements;

  CoverageService(Db db, RelationService relations, AgreementService agreements) {
    this.db = db;
    this.relations = relations;
    this.agreements = agreements;
  }

  /**
   * All stretches of days, from the first of the latest {@value AgreementService#IN_FORCE_MAX}
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
                            ? agreements
                                .inForce(tx, relation, it.firstDay(), it.lastDay())
                                .map(all -> amiss(it, all))
                            : Future.succeededFuture(List.of())));
  }

  private static List<Stretch> amiss(Relation relation, List<InForce> latest) {
    var first =
        latest.size() < AgreementService.IN_FORCE_MAX ? relation.firstDay() : latest.get(0).from();
    return Coverage.amiss(first, relation.lastDay(), latest);
  }
}
