package nl.banenschakel.agreement.coverage;

import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.banenschakel.agreement.Agreement.InForce;
import nl.banenschakel.agreement.AgreementService;
import nl.banenschakel.agreement.coverage.Coverage.Stretch;
import nl.banenschakel.agreement.worked.WorkedService;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
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
  private final Clock clock;
  private final WorkedService worked = new WorkedService();

  CoverageService(Db db, RelationService relations, AgreementService agreements, Clock clock) {
    this.db = db;
    this.relations = relations;
    this.agreements = agreements;
    this.clock = clock;
  }

  /**
   * What is found.
   *
   * @param amiss stretches of days, the earliest first
   * @param perWeek worked hours that count and are to be expected in a week; empty: none were
   *     stated yet
   */
  record Covered(List<Stretch> amiss, Optional<BigDecimal> perWeek) {}

  /**
   * All stretches of days, from the first of the latest {@value AgreementService#IN_FORCE_MAX}
   * versions on; none in a relation that the other one has not accepted.
   */
  Future<Covered> find(Caller caller, UUID relation) {
    return db.snapshot(
        caller.organisation(),
        tx ->
            relations
                .existing(tx, relation)
                .compose(it -> amiss(tx, it))
                .compose(
                    amiss ->
                        worked
                            .perWeek(tx, relation, Netherlands.today(clock))
                            .map(perWeek -> new Covered(amiss, perWeek))));
  }

  private Future<List<Stretch>> amiss(Tx tx, Relation relation) {
    return BOTH_IN.contains(relation.state())
        ? agreements
            .inForce(tx, relation.id(), relation.firstDay(), relation.lastDay())
            .map(all -> amiss(relation, all))
        : Future.succeededFuture(List.of());
  }

  private static List<Stretch> amiss(Relation relation, List<InForce> latest) {
    var first =
        latest.size() < AgreementService.IN_FORCE_MAX ? relation.firstDay() : latest.get(0).from();
    return Coverage.amiss(first, relation.lastDay(), latest);
  }
}
