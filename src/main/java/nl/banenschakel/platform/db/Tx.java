package nl.banenschakel.platform.db;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.sqlclient.Cursor;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.banenschakel.platform.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of one tenant. Statements are prepared and kept; they run in the order in which
 * they are given. After its end a Tx refuses every statement with {@link IllegalStateException}.
 *
 * <p>Every method fails with {@link StatementFailed} when PostgreSQL refuses (the transaction is
 * then lost: only a rollback remains) and with {@link Failure.Unavailable} when it went away.
 * Arguments may be null; an array is one argument, and where it is the only one it is cast to
 * Object.
 */
public final class Tx {
  private static final String BEGIN_PART = "savepoint part";
  private static final String END_PART = "release savepoint part";
  private static final String UNDO_PART = "rollback to savepoint part";

  private final UUID tenant;
  private final SqlConnection session;
  private final List<PreparedStatement> prepared = new ArrayList<>();
  private volatile @Nullable RuntimeException ended;

  Tx(UUID tenant, SqlConnection session) {
    this.tenant = tenant;
    this.session = session;
  }

  /** The organisation this transaction reads and writes for. */
  public UUID tenant() {
    return tenant;
  }

  /** Runs one statement and gives its rows, all in memory. */
  public Future<RowSet<Row>> run(String sql, @Nullable Object... args) {
    if (ended != null) {
      return hasEnded();
    }
    return session
        .preparedQuery(sql)
        .execute(Tuple.tuple(Arrays.asList(args)))
        .recover(refusal -> Refusals.ofStatement(refusal, sql));
  }

  /** Runs one statement and gives the number of rows it inserted, updated or deleted. */
  public Future<Integer> update(String sql, @Nullable Object... args) {
    return run(sql, args).map(RowSet::rowCount);
  }

  /** The rows, mapped one by one; for results of a bounded size. */
  public <R> Future<List<R>> list(String sql, Function<Row, R> map, @Nullable Object... args) {
    return run(sql, args).map(rows -> mapped(rows, map));
  }

  /** The first row, if there is one. */
  public <R> Future<Optional<R>> first(String sql, Function<Row, R> map, @Nullable Object... args) {
    return run(sql, args)
        .map(
            rows -> {
              var all = rows.iterator();
              return all.hasNext() ? Optional.of(map.apply(all.next())) : Optional.empty();
            });
  }

  /**
   * Does a part of the work that is undone by itself when it fails: the transaction goes on, for
   * what else there is to find out. Parts may have parts.
   */
  public <T> Future<T> part(Supplier<Future<T>> work) {
    return run(BEGIN_PART)
        .compose(begun -> work.get())
        .compose(
            done -> run(END_PART).map(done),
            failure ->
                run(UNDO_PART)
                    .compose(undone -> run(END_PART))
                    .compose(ended -> Future.failedFuture(failure)));
  }

  /** The rows through a cursor: for results of any size, in a transaction that is held. */
  public <R> Rows<R> rows(String sql, Function<Row, R> map, @Nullable Object... args) {
    return new Rows<>(this, sql, Arrays.asList(args), rows -> mapped(rows, map));
  }

  Future<Cursor> cursor(String sql, List<?> args) {
    return session
        .prepare(sql)
        .onSuccess(prepared::add)
        .map(ready -> ready.cursor(Tuple.tuple(new ArrayList<>(args))))
        .recover(refusal -> Refusals.ofStatement(refusal, sql));
  }

  /** A session goes back to its pool without what was prepared for it: nothing else ends that. */
  Future<Void> closePrepared() {
    return Future.join(prepared.stream().map(PreparedStatement::close).toList()).mapEmpty();
  }

  boolean isEnded() {
    return ended != null;
  }

  void end() {
    endBecause(new IllegalStateException("the transaction has ended"));
  }

  /** From now on every statement fails with this. */
  void endBecause(RuntimeException cause) {
    ended = cause;
  }

  <T> Future<T> hasEnded() {
    return Future.failedFuture(requireNonNull(ended));
  }

  private static <R> List<R> mapped(RowSet<Row> rows, Function<Row, R> map) {
    var list = new ArrayList<R>(rows.size());
    for (var row : rows) {
      list.add(map.apply(row));
    }
    return list;
  }
}
