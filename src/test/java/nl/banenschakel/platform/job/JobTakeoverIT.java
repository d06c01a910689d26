package nl.banenschakel.platform.job;

import static nl.banenschakel.platform.job.Workshop.ALFA;
import static nl.banenschakel.platform.job.Workshop.HASTY;
import static nl.banenschakel.platform.job.Workshop.effect;
import static nl.banenschakel.platform.job.Workshop.job;
import static nl.banenschakel.platform.job.Workshop.pause;
import static nl.banenschakel.testing.Await.await;
import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several gateways on one database: one that stops, one that stalls, one that takes over. */
class JobTakeoverIT {
  private Workshop workshop;

  @BeforeEach
  void open() {
    workshop = new Workshop();
  }

  @AfterEach
  void close() {
    workshop.close();
  }

  @Test
  void two_gateways_never_have_one_job_at_the_same_time() {
    Set<String> inHand = ConcurrentHashMap.newKeySet();
    var doubled = new CopyOnWriteArrayList<String>();
    var names = IntStream.range(0, 200).mapToObj(i -> "job-" + i).toList();
    names.forEach(name -> workshop.enqueue(ALFA, "make", name));

    for (var gateway : List.of("first", "second")) {
      workshop.runner(
          HASTY,
          job(
              "make",
              run -> {
                var name = String.valueOf(run.payload().get("name"));
                if (!inHand.add(name)) {
                  doubled.add(name);
                }
                return run.complete(effect(run, gateway)).onComplete(done -> inHand.remove(name));
              }));
    }
    until(() -> workshop.queue().isEmpty());

    assertThat(doubled).isEmpty();
    assertThat(workshop.effects()).hasSize(200);
    assertThat(workshop.effects()).anyMatch(it -> it.endsWith("first"));
    assertThat(workshop.effects()).anyMatch(it -> it.endsWith("second"));
  }

  @Test
  void a_job_of_a_gateway_that_was_killed_is_taken_over() {
    var begun = new AtomicInteger();
    workshop.enqueue(ALFA, "make", "of alfa");
    var killed =
        workshop.runner(
            HASTY,
            job(
                "make",
                run -> {
                  begun.incrementAndGet();
                  return Promise.<Void>promise().future();
                }));
    until(() -> begun.get() == 1);

    killed.kill();
    workshop.runner(HASTY, job("make", run -> run.complete(effect(run, "heir " + run.attempt()))));
    until(() -> workshop.queue().isEmpty());

    assertThat(workshop.effects()).containsExactly("of alfa heir 2");
  }

  @Test
  void who_lost_a_job_completes_it_no_more_and_leaves_no_effect() {
    Promise<Void> goOn = Promise.promise();
    var late = new AtomicReference<JobRun>();
    var silent = new JobSettings(1, 20, 60_000, 3, 10, 60_000, 10_000);
    workshop.enqueue(ALFA, "make", "of alfa");
    var stalled =
        workshop.runner(
            silent,
            job(
                "make",
                run -> {
                  late.set(run);
                  return goOn.future().compose(now -> run.complete(effect(run, "late")));
                }));
    until(() -> late.get() != null);
    // A gateway that gives no sign of life, as one whose machine stands still: its lease ends.
    workshop.database().asSuperuser("update job.queue set claimable_at = now()");
    workshop.runner(HASTY, job("make", run -> run.complete(effect(run, "heir"))));
    until(() -> workshop.queue().isEmpty());

    goOn.complete();
    until(() -> workshop.ended().contains("make LOST"));

    assertThat(workshop.effects()).containsExactly("of alfa heir");
    assertThat(stalled).isNotNull();
  }

  @Test
  void a_job_that_takes_longer_than_its_lease_is_kept_by_signs_of_life() {
    var begun = new AtomicInteger();
    Promise<Void> goOn = Promise.promise();
    workshop.enqueue(ALFA, "make", "of alfa");
    for (var gateway : List.of("first", "second")) {
      workshop.runner(
          HASTY,
          job(
              "make",
              run -> {
                begun.incrementAndGet();
                return goOn.future().compose(now -> run.complete(effect(run, gateway)));
              }));
    }

    pause(3 * HASTY.leaseMs());
    goOn.complete();
    until(() -> workshop.queue().isEmpty());

    assertThat(begun).hasValue(1);
    assertThat(workshop.effects()).hasSize(1);
  }

  @Test
  void an_effect_in_one_snapshot_longer_than_the_lease_is_completed_and_made_once() {
    workshop.enqueue(ALFA, "make", "of alfa");

    for (var gateway : List.of("first", "second")) {
      workshop.runner(
          HASTY,
          job(
              "make",
              run ->
                  run.completeInSnapshot(
                      tx ->
                          tx.run("select pg_sleep(1.2)")
                              .compose(slept -> effect(run, gateway).apply(tx)))));
    }
    until(() -> workshop.queue().isEmpty());

    assertThat(workshop.effects()).hasSize(1);
    assertThat(workshop.ended()).containsExactly("make DONE");
  }

  @Test
  void a_job_that_takes_down_whoever_runs_it_is_dead_in_the_end() {
    workshop.enqueue(ALFA, "make", "of alfa");
    workshop
        .database()
        .asSuperuser(
            "update job.queue set state = 'RUNNING', attempts = 3, token = 3, claimable_at = now()");

    workshop.runner(HASTY, job("make", run -> run.complete(effect(run, "nobody"))));
    until(() -> workshop.queue().contains("make DEAD 3 LEASE_EXPIRED"));

    assertThat(workshop.effects()).isEmpty();
  }

  @Test
  void a_stop_waits_for_what_is_under_way_and_begins_nothing_more() {
    Promise<Void> goOn = Promise.promise();
    var begun = new AtomicInteger();
    var one = new JobSettings(1, 20, 500, 3, 10, 60_000, 10_000);
    workshop.enqueue(ALFA, "make", "under way");
    workshop.enqueue(ALFA, "make", "to come");
    var runner =
        workshop
            .runner(
                one,
                job(
                    "make",
                    run -> {
                      begun.incrementAndGet();
                      return goOn.future().compose(now -> run.complete(effect(run, "it")));
                    }))
            .runner();
    until(() -> begun.get() == 1);

    var drained = runner.drain();
    pause(100);
    assertThat(drained.isComplete()).isFalse();
    goOn.complete();
    await(drained);

    assertThat(workshop.effects()).containsExactly("under way it");
    assertThat(workshop.queue()).containsExactly("make WAITING 0");
  }
}
