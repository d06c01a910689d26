package nl.banenschakel.statement;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.norm.NormName;
import nl.banenschakel.norm.Norms;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.platform.failure.Failure;

/** Tells what was stated, to who may read it. */
public final class StatementService {
  private final Db db;
  private final Norms norms;
  private final StatementRepository statements = new StatementRepository();
  private final LineRepository lines = new LineRepository();

  StatementService(Db db, Norms norms) {
    this.db = db;
    this.norms = norms;
  }

  /** One that the caller's organisation reads, with its lines and corrections. */
  public Future<Statement.Whole> find(Caller caller, UUID id) {
    return db.tx(caller.organisation(), tx -> find(tx, id));
  }

  /** As {@link #find(Caller, UUID)}, in a transaction that runs; fails when there is none. */
  public Future<Statement.Whole> find(Tx tx, UUID id) {
    return statements
        .find(tx, id)
        .map(found -> found.orElseThrow(Failure.NotFound::new))
        .compose(
            statement ->
                lines
                    .list(tx, id)
                    .compose(
                        all ->
                            statements
                                .chain(tx, statement.replacing().original())
                                .map(chain -> new Statement.Whole(statement, all, chain))));
  }

  /** Those that the caller's organisation reads, the newest first. */
  Future<List<Statement>> list(
      Caller caller, StatementQuestion question, Optional<UUID> after, int limit) {
    return db.tx(caller.organisation(), tx -> statements.list(tx, question, after, limit));
  }

  /** The last day on which the receipt can be read: the sender's administration has it (AWR 52). */
  public LocalDate keptUntil(Statement statement) {
    var years = norms.at(NormName.STATEMENT_YEARS, statement.lastDay()).integer();
    return LocalDate.of(statement.lastDay().getYear() + years, Month.DECEMBER, 31);
  }
}
