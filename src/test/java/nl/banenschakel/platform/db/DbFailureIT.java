package nl.banenschakel.platform.db;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.UUID;
import nl.banenschakel.platform.failure.Failure;
import nl.banenschakel.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbFailureIT {
  private static final UUID TENANT = new UUID(1, 1);
  private static final String SECRET = "111222333";
  private static final Db.Limits ONE_SESSION = new Db.Limits(1, 1, 500, 60_000, 60_000, 1, 500);

  private static TestDatabase database;
  private static Vertx vertx;
  private static Db db;

  @BeforeAll
  static void start() {
    database = TestDatabase.empty();
    database.asOwner(
        """
        create schema probe;
        create table probe.item (remark text constraint only_once primary key,
                                 number integer constraint small check (number < 10));
        grant usage on schema probe to banenschakel_app;
        grant select, insert on probe.item to banenschakel_app;
        """);
    vertx = Vertx.vertx();
    db = Db.open(vertx, database.appAddress(), ONE_SESSION);
    await(db.tx(TENANT, tx -> tx.update("insert into probe.item values ($1)", SECRET)));
  }

  @AfterAll
  static void stop() {
    await(db.close());
    await(vertx.close());
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "insert into probe.item values ($1), 23505",
    "'insert into probe.item values (''x'' || $1, 111222333)', 23514",
    "select $1::text::uuid, 22P02",
    "select $1::text::date, 22008",
    "select ('{' || $1)::json, 22P02",
    "select $1 || no_such_column, 42703",
    "'select $1::int', 22000",
    "'select $1, $2', 22000",
    "do 'begin raise exception ''for 111222333''; end', 22000"
  })
  void a_refused_statement_tells_no_value(String sql, String sqlState) {
    var failure = catchThrowable(() -> await(db.tx(TENANT, tx -> tx.run(sql, SECRET))));

    assertThat(failure).isInstanceOf(StatementFailed.class);
    assertThat(((StatementFailed) failure).sqlState()).isEqualTo(sqlState);
    assertThat(printed(failure).replace(sql, "")).doesNotContain("in: " + SECRET);
    assertThat(printed(failure).replaceAll(" in: .*", "")).doesNotContain(SECRET);
  }

  @Test
  void a_violation_tells_its_constraint() {
    var insert = db.tx(TENANT, tx -> tx.run("insert into probe.item values ($1)", SECRET));

    var failure = (StatementFailed) catchThrowable(() -> await(insert));

    assertThat(failure).isNotNull();
    assertThat(failure.isUniqueViolation()).isTrue();
    assertThat(failure.constraint()).contains("only_once");
  }

  @Test
  void a_violation_that_is_recovered_from_still_loses_the_transaction() {
    var work =
        db.tx(
            TENANT,
            tx ->
                tx.update("insert into probe.item values ($1)", SECRET)
                    .recover(again -> Future.succeededFuture(0)));

    assertThatThrownBy(() -> await(work)).isInstanceOf(StatementFailed.class);
  }

  @Test
  void no_server_is_an_unavailable_database() {
    var nowhere = new DatabaseAddress("127.0.0.1", 1, "x", "x", "x");
    var away = Db.open(vertx, nowhere, ONE_SESSION);

    assertThatThrownBy(() -> await(away.ping())).isInstanceOf(Failure.Unavailable.class);
    await(away.close());
  }

  @Test
  void a_session_that_does_not_come_free_in_time_is_an_unavailable_database() {
    var held = Promise.<Void>promise();
    var holding = db.tx(TENANT, tx -> held.future());

    var waiting = db.tx(TENANT, tx -> tx.run("select 1"));

    assertThatThrownBy(() -> await(waiting)).isInstanceOf(Failure.Unavailable.class);
    held.complete();
    await(holding);
    await(db.ping());
  }

  @Test
  void a_session_that_is_ended_is_an_unavailable_database_and_the_next_one_works() {
    var sleeping = db.tx(TENANT, tx -> tx.run("select pg_sleep(30)"));
    database.asSuperuser(
        """
        do $$ begin
          while not exists (select from pg_stat_activity where query = 'select pg_sleep(30)') loop
            perform pg_sleep(0.01);
            perform pg_stat_clear_snapshot();
          end loop;
          perform pg_terminate_backend(pid) from pg_stat_activity where query = 'select pg_sleep(30)';
        end $$
        """);

    assertThatThrownBy(() -> await(sleeping)).isInstanceOf(Failure.Unavailable.class);
    // the pool may hand out the broken session once more before it hears of the end
    await(db.ping().recover(ended -> vertx.timer(200, MILLISECONDS).compose(v -> db.ping())));
  }

  private static String printed(@Nullable Throwable failure) {
    var text = new StringWriter();
    assertThat(failure).isNotNull();
    if (failure != null) {
      failure.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }
}
