package nl.banenschakel.platform.db;

import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.banenschakel.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CursorReadingIT {
  private static final UUID TENANT = new UUID(1, 1);

  private static TestDatabase database;
  private static Vertx vertx;
  private static Db db;

  @BeforeAll
  static void start() {
    database = TestDatabase.empty();
    vertx = Vertx.vertx();
    db = Db.open(vertx, database.appAddress(), Db.Limits.DEFAULT);
  }

  @AfterAll
  static void stop() {
    await(db.close());
    await(vertx.close());
    database.close();
  }

  @Test
  void a_big_result_comes_in_batches_and_never_overflows_the_stack() {
    var batches = new ArrayList<Integer>();

    await(
        db.tx(
            TENANT,
            tx ->
                tx.each(
                    "select generate_series(1, $1::int)",
                    2,
                    rows -> {
                      batches.add(rows.size());
                      return Future.succeededFuture();
                    },
                    20_001)));

    assertThat(batches).hasSize(10_001).startsWith(2).endsWith(1);
  }

  @Test
  void a_consumer_that_fails_ends_the_reading() {
    var batches = new AtomicInteger();

    var reading =
        db.tx(
            TENANT,
            tx ->
                tx.each(
                    "select generate_series(1, 100)",
                    10,
                    rows ->
                        batches.incrementAndGet() < 3
                            ? Future.succeededFuture()
                            : Future.failedFuture("enough")));

    assertThatThrownBy(() -> await(reading)).hasMessage("enough");
    assertThat(batches).hasValue(3);
    await(db.ping());
  }

  @Test
  void no_rows_are_no_batches() {
    var batches = new AtomicInteger();

    await(
        db.tx(
            TENANT,
            tx ->
                tx.each(
                    "select 1 where $1::text is not null",
                    10,
                    rows -> Future.succeededFuture(batches.incrementAndGet()).mapEmpty(),
                    (Object) null)));

    assertThat(batches).hasValue(0);
  }
}
