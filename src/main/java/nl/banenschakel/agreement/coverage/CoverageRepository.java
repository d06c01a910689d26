package nl.banenschakel.agreement.coverage;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.banenschakel.platform.db.Sql;
import nl.banenschakel.platform.db.Tx;

/** Rows of {@code agreement.published_holding}. */
final class CoverageRepository {
  /** Versions of a relation that are looked at: the latest. */
  static final int SPANS_MAX = 1_000;

  private final Sql sql = Sql.load("agreement");

  Future<List<Coverage.Span>> list(Tx tx, UUID relation) {
    return tx.list(
        sql.get("listRelationHoldings"),
        row ->
            new Coverage.Span(
                row.getUUID("agreement_id"),
                row.getInteger("version"),
                row.getLocalDate("first_day"),
                Optional.ofNullable(row.getLocalDate("last_day"))),
        relation,
        SPANS_MAX);
  }
}
