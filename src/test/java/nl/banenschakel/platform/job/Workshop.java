package nl.banenschakel.platform.job;

import static nl.banenschakel.testing.Await.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import nl.banenschakel.platform.db.Db;
import nl.banenschakel.platform.db.Tx;
import nl.banenschakel.testing.TestDatabase;

/**
 * A database with a table of effects, and gateways' runners on it: each has a Vert.x and a pool of
 * its own, so that one can be killed without a word to the others.
 */
final class Workshop implements AutoCloseable {
  static final UUID ALFA = UUID.fromString("00000000-0000-7000-8000-00000000000a");
  static final UUID BETA = UUID.fromString("00000000-0000-7000-8000-00000000000b");

  /** Everything in a hurry: a lease of half a second, three attempts. */
  static final JobSettings HASTY = new JobSettings(4, 20, 500, 3, 10, 60_000, 10_000);

  private final TestDatabase database = TestDatabase.fresh();
  private final List<Runner> runners = new ArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private final Db db = Db.open(vertx, database.appAddress(), Db.Limits.DEFAULT);
  private final Jobs jobs = new Jobs(db);
  private final List<String> ended = new CopyOnWriteArrayList<>();

  Workshop() {
    database.asOwner(
        """
        create schema effect;
        create table effect.made (tenant_id uuid not null, name text not null, by_whom text not null);
        select tenancy.isolate('effect.made');
        """);
  }

  /** One gateway's part. */
  record Runner(Vertx vertx, Db db, JobRunner runner) {
    /** Gone at once: no completion, no further sign of life. */
    void kill() {
      await(db.close());
      await(vertx.close());
    }
  }

  /** A kind of job, as a function. */
  static Job job(String kind, Function<JobRun, Future<Void>> work) {
    return new Job() {
      @Override
      public String kind() {
        return kind;
      }

      @Override
      public Future<Void> run(JobRun run) {
        return work.apply(run);
      }
    };
  }

  /** Puts down in the database who did a job. */
  static Function<Tx, Future<Void>> effect(JobRun run, String byWhom) {
    return tx ->
        tx.update(
                "insert into effect.made (tenant_id, name, by_whom) values ($1, $2, $3)",
                tx.tenant(),
                String.valueOf(run.payload().get("name")),
                byWhom)
            .mapEmpty();
  }

  /** A runner that has started. */
  @CanIgnoreReturnValue
  Runner runner(JobSettings settings, Job... kinds) {
    var own = Vertx.vertx();
    var ownDb = Db.open(own, database.appAddress(), Db.Limits.DEFAULT);
    var runner = new JobRunner(own, ownDb, settings, List.of(kinds), observer());
    var made = new Runner(own, ownDb, runner);
    runners.add(made);
    runner.start();
    return made;
  }

  @CanIgnoreReturnValue
  UUID enqueue(UUID tenant, String kind, String name) {
    return enqueue(tenant, JobDraft.of(kind, Map.of("name", name)));
  }

  @CanIgnoreReturnValue
  UUID enqueue(UUID tenant, JobDraft draft) {
    return await(db.tx(tenant, tx -> jobs.enqueue(tx, draft)));
  }

  Db db() {
    return db;
  }

  Jobs jobs() {
    return jobs;
  }

  TestDatabase database() {
    return database;
  }

  /** Every effect, as name and who did it. */
  List<String> effects() {
    return database.texts("select name || ' ' || by_whom from effect.made order by 1");
  }

  /** Every job there is, as kind, state, attempts and reason. */
  List<String> queue() {
    return database.texts(
        "select concat_ws(' ', kind, state, attempts, reason) from job.queue order by 1");
  }

  /** Every attempt that ended, as kind and outcome. */
  List<String> ended() {
    return ended;
  }

  static void pause(int ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    runners.forEach(runner -> await(runner.vertx().close()));
    await(db.close());
    await(vertx.close());
    database.close();
  }

  private JobObserver observer() {
    return new JobObserver() {
      @Override
      public void ended(String kind, Outcome outcome, Duration took) {
        ended.add(kind + " " + outcome);
      }

      @Override
      public void counted(List<Count> counts) {
        // Asked of the database itself.
      }
    };
  }
}
