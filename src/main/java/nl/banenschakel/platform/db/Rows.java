package nl.banenschakel.platform.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rows of a statement, a batch at a time, in memory that does not grow with their number. */
public final class Rows<R> {
  /** What is read at once. */
  public static final int BATCH_ROWS = 500;

  private final Tx tx;
  private final String sql;
  private final List<?> args;
  private final Function<RowSet<Row>, List<R>> map;
  private Optional<Cursor> cursor = Optional.empty();

  Rows(Tx tx, String sql, List<?> args, Function<RowSet<Row>, List<R>> map) {
    this.tx = tx;
    this.sql = sql;
    this.args = args;
    this.map = map;
  }

  /**
   * The next rows, at most {@value #BATCH_ROWS}; none: that was all. Not to be called again before
   * it has completed.
   *
   * @return fails as a statement of {@link Tx} does
   */
  public Future<List<R>> next() {
    if (tx.isEnded()) {
      return tx.hasEnded();
    }
    return cursor
        .map(open -> open.hasMore() ? read(open) : Future.succeededFuture(List.<R>of()))
        .orElseGet(() -> tx.cursor(sql, args).compose(this::read));
  }

  private Future<List<R>> read(Cursor open) {
    cursor = Optional.of(open);
    return open.read(BATCH_ROWS).map(map).recover(refusal -> Refusals.ofStatement(refusal, sql));
  }
}
