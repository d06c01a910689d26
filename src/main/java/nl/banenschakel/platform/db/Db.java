package nl.banenschakel.platform.db;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import nl.banenschakel.platform.failure.Failure;

/**
 * The only class that touches the pool. All work is done in a transaction of one tenant: row-level
 * security shows that tenant's rows, and none when no tenant is set. A pooled session is never
 * reset by the client, so the tenant is set for the transaction only.
 *
 * <p>Work may run twice: when it met another transaction (serialization failure, deadlock) it is
 * rolled back and done again, at most three times. So it must do nothing but SQL.
 */
public final class Db {
  private static final String SET_TENANT = "select set_config('app.tenant', $1, true)";
  private static final String REPEATABLE_READ = "set transaction isolation level repeatable read";
  private static final String COMMIT = "commit";
  private static final String ROLLBACK = "rollback";
  private static final int RETRIES_MAX = 3;
  private static final int RETRY_AFTER_MS = 10;
  private static final int STATEMENTS_KEPT_MAX = 256;
  private static final int STATEMENT_KEPT_CHARS_MAX = 65_536;

  private final Vertx vertx;
  private final Pool pool;
  private final Pool heldPool;
  private final int heldMsMax;

  Db(Vertx vertx, Pool pool, Pool heldPool, int heldMsMax) {
    this.vertx = vertx;
    this.pool = pool;
    this.heldPool = heldPool;
    this.heldMsMax = heldMsMax;
  }

  /** How a transaction sees others, and how it ends when its work succeeds. */
  private enum Way {
    COMMITTED,
    SNAPSHOT,
    READ_ONLY,
    ROLLED_BACK
  }

  /**
   * Limits of the pool.
   *
   * @param connectionsMax sessions of PostgreSQL this process uses at most
   * @param waitingMax transactions that may wait for a session; the next is refused at once
   * @param connectTimeoutMs longest wait for a session, a new one included
   * @param idleMs a session unused for so long is closed
   * @param statementTimeoutMs PostgreSQL cancels a statement that runs longer; 0 is no limit
   * @param heldMax sessions beside those, for what is read while it is sent: a receiver that is
   *     slow keeps none of the others
   * @param heldMsMax how long such a session is kept for one receiver
   */
  public record Limits(
      int connectionsMax,
      int waitingMax,
      int connectTimeoutMs,
      int idleMs,
      int statementTimeoutMs,
      int heldMax,
      int heldMsMax) {
    public static final Limits DEFAULT = new Limits(10, 1_000, 5_000, 600_000, 900_000, 4, 300_000);
  }

  /** Makes the pools; connects only when first used. The login is the app role's. */
  public static Db open(Vertx vertx, DatabaseAddress app, Limits limits) {
    return new Db(
        vertx,
        pool(vertx, app, limits, limits.connectionsMax()),
        pool(vertx, app, limits, limits.heldMax()),
        limits.heldMsMax());
  }

  /**
   * Runs the work in one transaction of the tenant; commits when its future succeeds, else rolls
   * back and fails with the same failure.
   *
   * @return fails with {@link Failure.Unavailable} when there is no connection to be had
   */
  public <T> Future<T> tx(UUID tenant, Function<Tx, Future<T>> work) {
    return attempt(pool, session -> inTransaction(session, tenant, Way.COMMITTED, work), 0);
  }

  /** As {@link #tx}, but it is rolled back at the end: only what it gave is left. */
  public <T> Future<T> rehearse(UUID tenant, Function<Tx, Future<T>> work) {
    return attempt(pool, session -> inTransaction(session, tenant, Way.ROLLED_BACK, work), 0);
  }

  /** As {@link #tx}, but every statement sees the same moment; it may write. */
  public <T> Future<T> snapshot(UUID tenant, Function<Tx, Future<T>> work) {
    return attempt(pool, session -> inTransaction(session, tenant, Way.SNAPSHOT, work), 0);
  }

  /**
   * As {@link #snapshot}, but it writes nothing and stays open after its work, so that rows can be
   * read while they are sent. What the work gave must be released.
   *
   * @return fails with {@link Failure.Unavailable} also when too many are held
   */
  public <T> Future<Held<T>> hold(UUID tenant, Function<Tx, Future<T>> work) {
    return attempt(heldPool, session -> holding(session, tenant, Way.READ_ONLY, work), 0);
  }

  /** As {@link #hold}, but it may write: that is undone when what the work gave is released. */
  public <T> Future<Held<T>> holdRehearsal(UUID tenant, Function<Tx, Future<T>> work) {
    return attempt(heldPool, session -> holding(session, tenant, Way.SNAPSHOT, work), 0);
  }

  /** Succeeds when PostgreSQL answers; reads nothing. */
  public Future<Void> ping() {
    return session(pool)
        .compose(
            session ->
                session
                    .query("select 1")
                    .execute()
                    .recover(refusal -> Refusals.ofStatement(refusal, "select 1"))
                    .eventually(() -> session.close().otherwiseEmpty()))
        .mapEmpty();
  }

  /** How many sessions are open now. */
  public int connections() {
    return pool.size() + heldPool.size();
  }

  /** Ends every session; transactions that run are lost. */
  public Future<Void> close() {
    return Future.join(pool.close(), heldPool.close()).mapEmpty();
  }

  private <T> Future<T> attempt(
      Pool sessions, Function<SqlConnection, Future<T>> work, int retries) {
    return session(sessions)
        .compose(work)
        .recover(
            failure ->
                retries < RETRIES_MAX && failure instanceof StatementFailed f && f.isCollision()
                    ? pause(retries).compose(p -> attempt(sessions, work, retries + 1))
                    : Future.failedFuture(failure));
  }

  private static Future<SqlConnection> session(Pool sessions) {
    return sessions
        .getConnection()
        .map(session -> session.exceptionHandler(Refusals::ofSession))
        .recover(Refusals::ofConnecting);
  }

  private static <T> Future<T> inTransaction(
      SqlConnection session, UUID tenant, Way way, Function<Tx, Future<T>> work) {
    var tx = new Tx(tenant, session);
    return begin(session, tenant, way)
        .compose(
            transaction ->
                Future.succeededFuture(tx)
                    .compose(work) // in compose: work that throws is work that fails
                    .compose(
                        result -> end(tx, transaction, way).map(result),
                        failure -> rollback(tx, transaction, failure)))
        .eventually(() -> session.close().otherwiseEmpty());
  }

  private <T> Future<Held<T>> holding(
      SqlConnection session, UUID tenant, Way way, Function<Tx, Future<T>> work) {
    var tx = new Tx(tenant, session);
    return begin(session, tenant, way)
        .compose(
            transaction ->
                Future.succeededFuture(tx)
                    .compose(work)
                    .map(given -> new Held<>(given, tx, transaction, session))
                    .recover(failure -> rollback(tx, transaction, failure)))
        .recover(failure -> session.close().transform(closed -> Future.failedFuture(failure)))
        .map(held -> held.within(vertx, heldMsMax));
  }

  /** Three statements sent at once: they are answered in one round trip. */
  private static Future<Transaction> begin(SqlConnection session, UUID tenant, Way way) {
    var begun = session.begin();
    var isolation = way == Way.READ_ONLY ? REPEATABLE_READ + ", read only" : REPEATABLE_READ;
    Future<?> isolated =
        way == Way.SNAPSHOT || way == Way.READ_ONLY
            ? session.query(isolation).execute()
            : Future.succeededFuture();
    Future<?> owned = session.preparedQuery(SET_TENANT).execute(Tuple.of(tenant.toString()));
    return Future.all(begun, isolated, owned)
        .compose(all -> begun)
        .recover(refusal -> Refusals.ofStatement(refusal, SET_TENANT));
  }

  private static Future<Void> end(Tx tx, Transaction transaction, Way way) {
    tx.end();
    return way == Way.ROLLED_BACK
        ? transaction.rollback().recover(refusal -> Refusals.ofStatement(refusal, ROLLBACK))
        : transaction.commit().recover(refusal -> Refusals.ofStatement(refusal, COMMIT));
  }

  private static <T> Future<T> rollback(Tx tx, Transaction transaction, Throwable failure) {
    tx.end();
    return transaction.rollback().transform(ended -> Future.failedFuture(failure));
  }

  private Future<Void> pause(int retries) {
    var longestMs = RETRY_AFTER_MS << retries;
    return vertx.timer(1 + ThreadLocalRandom.current().nextInt(longestMs), MILLISECONDS);
  }

  static Pool pool(Vertx vertx, DatabaseAddress app, Limits limits, int sessionsMax) {
    return PgBuilder.pool()
        .using(vertx)
        .connectingTo(session(app, limits))
        .with(
            new PoolOptions()
                .setMaxSize(sessionsMax)
                .setMaxWaitQueueSize(limits.waitingMax())
                .setConnectionTimeout(limits.connectTimeoutMs())
                .setConnectionTimeoutUnit(MILLISECONDS)
                .setIdleTimeout(limits.idleMs())
                .setIdleTimeoutUnit(MILLISECONDS))
        .build();
  }

  private static PgConnectOptions session(DatabaseAddress app, Limits limits) {
    return app.toPgConnectOptions()
        .setCachePreparedStatements(true)
        .setPreparedStatementCacheMaxSize(STATEMENTS_KEPT_MAX)
        .setPreparedStatementCacheSqlLimit(STATEMENT_KEPT_CHARS_MAX)
        .addProperty("application_name", DatabaseAddress.APPLICATION)
        .addProperty("statement_timeout", Integer.toString(limits.statementTimeoutMs()))
        // A transaction has one core, not one and two workers more: tenants share the machine.
        .addProperty("max_parallel_workers_per_gather", "0");
  }
}
