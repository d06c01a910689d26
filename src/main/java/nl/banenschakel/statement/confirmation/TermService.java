package nl.banenschakel.statement.confirmation;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import nl.banenschakel.kernel.Netherlands;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.job.Jobs;
import nl.banenschakel.statement.Arrival;
import nl.banenschakel.statement.Mark;
import nl.banenschakel.statement.Statement;
import nl.banenschakel.statement.confirmation.act.ObjectionTerm;

/** Begins the term in which the receiver may object, when a statement comes that it reads. */
final class TermService implements Arrival {
  private final Norms norms;
  private final Jobs jobs;
  private final ConfirmationRepository confirmations = new ConfirmationRepository();

  TermService(Norms norms, Jobs jobs) {
    this.norms = norms;
    this.jobs = jobs;
  }

  @Override
  public Future<Void> arrived(Tx tx, Statement.Whole whole) {
    var statement = whole.statement();
    // Of one that the relation hides the receiver knows no more than what it replaced; and where
    // nothing is stated there is nothing to object to.
    if (whole.lines().isEmpty()
        || statement.receiver().isEmpty()
        || statement.relation().isEmpty()
        || statement.marks().contains(Mark.RELATION_NOT_RUNNING)) {
      return Future.succeededFuture();
    }
    var received = statement.receipt().at().toInstant();
    return confirmations
        .agreed(tx, statement.relation().get(), statement.lastDay(), received)
        .map(agreed -> agreed.orElseGet(() -> byNorm(received)))
        .compose(term -> begin(tx, statement, term));
  }

  /** Where nothing was agreed on, or it is not clear what, silence means nothing. */
  private ObjectionTerm byNorm(Instant received) {
    var day = received.atZone(Netherlands.ZONE).toLocalDate();
    int days = norms.at(NormName.OBJECTION_DAYS, day).integer();
    return ObjectionTerm.from(received, days, Optional.empty(), false);
  }

  private Future<Void> begin(Tx tx, Statement statement, ObjectionTerm term) {
    return confirmations
        .addTerm(tx, statement.id(), statement.receiver().orElseThrow(), term)
        .compose(added -> jobs.enqueue(tx, SilenceJob.of(statement.id(), term.due())))
        .mapEmpty();
  }
}
