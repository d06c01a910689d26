package nl.banenschakel.platform.db;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a cursor to its end, batch by batch. One promise completes at the end, instead of a future
 * composed per batch: each answer comes from the network, so neither the stack nor a chain of
 * futures grows with the number of batches.
 */
final class CursorReading {
  private final Cursor cursor;
  private final String sql;
  private final int fetch;
  private final Function<List<Row>, Future<Void>> consumer;
  private final Promise<Void> done = Promise.promise();

  CursorReading(Cursor cursor, String sql, int fetch, Function<List<Row>, Future<Void>> consumer) {
    this.cursor = cursor;
    this.sql = sql;
    this.fetch = fetch;
    this.consumer = consumer;
  }

  Future<Void> start() {
    next();
    return done.future().eventually(() -> cursor.close().otherwiseEmpty());
  }

  private void next() {
    cursor
        .read(fetch)
        .recover(refusal -> Refusals.ofStatement(refusal, sql))
        .compose(rows -> rows.size() == 0 ? Future.succeededFuture() : consumer.apply(list(rows)))
        .onComplete(consumed -> goOn(), done::tryFail);
  }

  private void goOn() {
    if (cursor.hasMore()) {
      next();
    } else {
      done.complete();
    }
  }

  private static List<Row> list(RowSet<Row> rows) {
    var list = new ArrayList<Row>(rows.size());
    rows.forEach(list::add);
    return list;
  }
}
