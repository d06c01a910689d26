package nl.banenschakel.statement.governing;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.banenschakel.agreement.Agreement.InForce;
import nl.banenschakel.agreement.AgreementService;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.relation.Relation;
import nl.banenschakel.statement.assignment.Assignment;
import nl.banenschakel.statement.assignment.AssignmentService;
import nl.banenschakel.statement.sent.StatementDraft;

/** Finds what governs a statement. */
public final class GoverningService {
  private final AssignmentService assignments;
  private final AgreementService agreements;
  private final Clock clock;

  /** Over those that know. */
  public GoverningService(AssignmentService assignments, AgreementService agreements, Clock clock) {
    this.assignments = assignments;
    this.agreements = agreements;
    this.clock = clock;
  }

  /** Nothing where its assignment is not known, or the relation does not run in its days. */
  public Future<Governing> find(Tx tx, StatementDraft draft, Optional<Assignment> assignment) {
    var today = Netherlands.today(clock);
    return assignments
        .open(tx, assignment, draft::meets)
        .compose(
            open -> inForce(tx, draft, open).map(inForce -> new Governing(open, inForce, today)));
  }

  private Future<List<InForce>> inForce(Tx tx, StatementDraft draft, Optional<Relation> open) {
    return open.map(
            it -> agreements.inForce(tx, it.id(), draft.firstDay(), Optional.of(draft.lastDay())))
        .orElseGet(() -> Future.succeededFuture(List.of()));
  }
}
