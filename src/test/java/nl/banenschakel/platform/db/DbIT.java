package nl.banenschakel.platform.db;

import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DbIT {
  private static final UUID ALFA = UUID.fromString("00000000-0000-7000-8000-00000000000a");
  private static final UUID BETA = UUID.fromString("00000000-0000-7000-8000-00000000000b");
  private static final String INSERT =
      "insert into probe.item (tenant_id, id, remark) values ($1, $2, $3)";
  private static final String SELECT = "select id, remark from probe.item order by id";
  private static final String COUNT_UP = "update probe.item set counted = counted + 1 where id = 1";

  private static TestDatabase database;
  private static Vertx vertx;
  private static Pool pool;
  private static Db db;

  @BeforeAll
  static void start() {
    database = TestDatabase.empty();
    database.asOwner(
        """
        create schema probe;
        create table probe.item (tenant_id uuid not null, id integer not null, remark text,
                                 counted integer not null default 0, primary key (tenant_id, id));
        alter table probe.item enable row level security;
        alter table probe.item force row level security;
        create policy tenant on probe.item
          using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
        grant usage on schema probe to banenschakel_app;
        grant select, insert, update, delete on probe.item to banenschakel_app;
        """);
    vertx = Vertx.vertx();
    var oneSession = new Db.Limits(1, 10, 5_000, 60_000, 60_000, 1, 1_000);
    pool = Db.pool(vertx, database.appAddress(), oneSession, 1);
    db = new Db(vertx, pool, Db.pool(vertx, database.appAddress(), oneSession, 1), 1_000);
  }

  @AfterAll
  static void stop() {
    await(db.close());
    await(vertx.close());
    database.close();
  }

  @BeforeEach
  void one_item_of_alfa() {
    database.asSuperuser("truncate probe.item");
    await(db.tx(ALFA, tx -> tx.update(INSERT, ALFA, 1, "of alfa")));
  }

  @Test
  void a_tenant_sees_its_own_rows_and_no_others() {
    assertThat(remarks(ALFA)).containsExactly("of alfa");
    assertThat(remarks(BETA)).isEmpty();
  }

  @Test
  void a_row_of_another_tenant_cannot_be_written() {
    var failure =
        catchThrowable(() -> await(db.tx(BETA, tx -> tx.update(INSERT, ALFA, 2, "a secret"))));

    assertThat(failure).isInstanceOf(StatementFailed.class);
    assertThat(((StatementFailed) failure).sqlState()).isEqualTo("42501");
  }

  @Test
  void the_pooled_session_has_no_tenant_before_or_after_and_reads_nothing() {
    assertThat(remarks(ALFA)).isNotEmpty();

    var tenant = await(pool.query("select current_setting('app.tenant', true)").execute());
    var rows = await(pool.query(SELECT).execute());

    assertThat(tenant.iterator().next().getString(0)).isNullOrEmpty();
    assertThat(rows.size()).isZero();
  }

  @Test
  void work_that_fails_leaves_nothing_and_fails_with_its_own_failure() {
    var refused = new IllegalArgumentException("no");

    var work =
        db.tx(
            ALFA,
            tx ->
                tx.update(INSERT, ALFA, 2, "two").<Void>compose(n -> Future.failedFuture(refused)));

    assertThat(catchThrowable(() -> await(work))).isSameAs(refused);
    assertThat(remarks(ALFA)).containsExactly("of alfa");
  }

  @Test
  void work_that_throws_leaves_nothing_and_gives_the_session_back() {
    Future<Void> work =
        db.tx(
            ALFA,
            tx -> {
              throw new IllegalStateException("thrown");
            });

    assertThatThrownBy(() -> await(work)).hasMessage("thrown");
    assertThat(remarks(ALFA)).containsExactly("of alfa");
  }

  @Test
  void work_that_met_another_transaction_is_done_again() {
    var attempts = new AtomicInteger();

    await(
        db.snapshot(
            ALFA,
            tx ->
                tx.run(SELECT)
                    .compose(rows -> interfere(attempts.incrementAndGet() == 1))
                    .compose(rows -> tx.update(COUNT_UP))));

    assertThat(attempts).hasValue(2);
    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void work_that_always_meets_another_is_given_up_after_three_retries() {
    var attempts = new AtomicInteger();

    var work =
        db.snapshot(
            ALFA,
            tx ->
                tx.run(SELECT)
                    .compose(rows -> interfere(attempts.incrementAndGet() > 0))
                    .compose(rows -> tx.update(COUNT_UP)));

    assertThatThrownBy(() -> await(work)).hasMessageContaining("SQLSTATE 40001");
    assertThat(attempts).hasValue(4);
  }

  @Test
  void a_snapshot_sees_one_moment_and_a_plain_transaction_each_statement_its_own() {
    assertThat(await(db.snapshot(ALFA, DbIT::countedTwice))).containsExactly(0, 0);
    assertThat(await(db.tx(ALFA, DbIT::countedTwice))).containsExactly(1, 2);
    var held = await(db.holdRehearsal(ALFA, DbIT::countedTwice));
    assertThat(held.value()).isEqualTo(await(held.release().map(end -> List.of(2, 2))));
  }

  @Test
  void a_session_that_was_held_goes_back_without_what_was_prepared_for_it() {
    var one =
        Db.open(vertx, database.appAddress(), new Db.Limits(1, 9, 5_000, 60_000, 0, 1, 60_000));

    var counts = IntStream.range(0, 5).map(nth -> preparedBeforeReading(one)).boxed().toList();

    // the statement that counts is kept from the first time on
    assertThat(counts.subList(1, 5)).containsOnly(counts.get(1));
    await(one.close());
  }

  private static int preparedBeforeReading(Db one) {
    var sql = "select count(*)::integer from pg_prepared_statements";
    var prepared = new AtomicInteger();
    var held =
        await(
            one.hold(
                ALFA,
                tx ->
                    tx.first(sql, DbIT::number)
                        .onSuccess(count -> prepared.set(count.orElseThrow()))
                        .map(counted -> tx.rows("select 1", DbIT::number))));
    assertThat(await(held.value().next())).containsExactly(1);
    await(held.release());
    return prepared.get();
  }

  @Test
  void a_null_is_an_argument_and_so_is_an_array() {
    var ids = new UUID[] {ALFA, BETA};

    var size =
        db.tx(ALFA, tx -> tx.first("select cardinality($1::uuid[])", DbIT::number, (Object) ids));
    var one =
        db.tx(ALFA, tx -> tx.list("select $1::text is null", r -> r.getBoolean(0), (Object) null));

    assertThat(await(size)).contains(2);
    assertThat(await(one)).containsExactly(true);
  }

  @Test
  void after_its_end_a_transaction_refuses() {
    var kept = await(db.tx(ALFA, Future::succeededFuture));

    assertThatThrownBy(() -> await(kept.run(SELECT))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_ping_is_answered() {
    assertThat(await(db.ping())).isNull();
  }

  private static List<String> remarks(UUID tenant) {
    return await(db.tx(tenant, tx -> tx.list(SELECT, row -> row.getString("remark"))));
  }

  private static Future<List<Integer>> countedTwice(Tx tx) {
    var sql = "select counted from probe.item where id = 1";
    return tx.first(sql, DbIT::number)
        .compose(first -> interfere(true).map(first))
        .compose(
            first ->
                tx.list(sql, row -> row.getInteger(0))
                    .map(second -> List.of(first.orElseThrow(), second.get(0))));
  }

  private static int counted() {
    return await(
            db.tx(
                ALFA, tx -> tx.first("select counted from probe.item where id = 1", DbIT::number)))
        .orElseThrow();
  }

  private static Integer number(Row row) {
    return row.getInteger(0);
  }

  /** Another session counts up in between. */
  private static Future<Boolean> interfere(boolean really) {
    return really
        ? vertx.executeBlocking(
            () -> {
              database.asSuperuser(COUNT_UP);
              return true;
            })
        : Future.succeededFuture(false);
  }
}
