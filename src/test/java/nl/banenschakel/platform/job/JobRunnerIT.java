package nl.banenschakel.platform.job;

import static nl.banenschakel.platform.job.Workshop.ALFA;
import static nl.banenschakel.platform.job.Workshop.BETA;
import static nl.banenschakel.platform.job.Workshop.HASTY;
import static nl.banenschakel.platform.job.Workshop.effect;
import static nl.banenschakel.platform.job.Workshop.job;
import static nl.banenschakel.platform.job.Workshop.pause;
import static nl.banenschakel.testing.Await.await;
import static nl.banenschakel.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.banenschakel.platform.failure.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a job, by what its work does. */
class JobRunnerIT {
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
  void a_job_runs_as_the_tenant_it_was_enqueued_for_and_is_gone_when_it_is_done() {
    workshop.enqueue(ALFA, "make", "of alfa");
    workshop.enqueue(BETA, "make", "of beta");

    workshop.runner(HASTY, job("make", run -> run.complete(effect(run, "" + run.tenant()))));
    until(() -> workshop.queue().isEmpty());

    assertThat(workshop.effects()).containsExactly("of alfa " + ALFA, "of beta " + BETA);
    assertThat(workshop.database().texts("select tenant_id::text from effect.made order by name"))
        .containsExactly(ALFA.toString(), BETA.toString());
    assertThat(workshop.database().texts("select 1 from job.payload")).isEmpty();
  }

  @Test
  void a_job_of_a_transaction_that_fails_was_never_there() {
    var refused = new Failure.Conflict("NO_DEAL", "No.");

    var work =
        workshop
            .db()
            .tx(
                ALFA,
                tx ->
                    workshop
                        .jobs()
                        .enqueue(tx, JobDraft.of("make", Map.of()))
                        .compose(id -> Future.failedFuture(refused)));

    assertThatThrownBy(() -> await(work)).isSameAs(refused);
    assertThat(workshop.queue()).isEmpty();
  }

  @Test
  void an_effect_that_fails_leaves_nothing_and_its_job_is_tried_again() {
    workshop.enqueue(ALFA, "make", "of alfa");

    workshop.runner(
        HASTY,
        job(
            "make",
            run ->
                run.complete(
                    tx ->
                        effect(run, "attempt " + run.attempt())
                            .apply(tx)
                            .compose(
                                made ->
                                    run.attempt() < 3
                                        ? Future.failedFuture(new Failure.Unavailable("No."))
                                        : Future.succeededFuture()))));
    until(() -> workshop.queue().isEmpty());

    assertThat(workshop.effects()).containsExactly("of alfa attempt 3");
    assertThat(workshop.ended()).containsExactly("make FAILED", "make FAILED", "make DONE");
  }

  @Test
  void after_its_last_attempt_a_job_is_dead_and_says_why() {
    workshop.enqueue(ALFA, "make", "of alfa");

    workshop.runner(HASTY, job("make", run -> Future.failedFuture(new Failure.Unavailable("No."))));
    until(() -> workshop.ended().contains("make DIED"));

    assertThat(workshop.queue()).containsExactly("make DEAD 3 UNAVAILABLE_NOW");
    assertThat(workshop.ended()).containsExactly("make FAILED", "make FAILED", "make DIED");
  }

  @Test
  void a_job_that_is_refused_for_good_is_dead_at_once() {
    workshop.enqueue(ALFA, "make", "of alfa");

    workshop.runner(
        HASTY, job("make", run -> Future.failedFuture(JobFailed.forGood("MANDATE_EXPIRED"))));
    until(() -> workshop.ended().contains("make DIED"));

    assertThat(workshop.queue()).containsExactly("make DEAD 1 MANDATE_EXPIRED");
  }

  @Test
  void who_succeeds_without_completing_throws_or_takes_too_long_has_failed() {
    var impatient = new JobSettings(4, 20, 500, 1, 10, 200, 10_000);
    for (var kind : List.of("forgets", "throws", "hangs")) {
      workshop.enqueue(ALFA, kind, "x");
    }

    workshop.runner(
        impatient,
        job("forgets", run -> Future.succeededFuture()),
        job(
            "throws",
            run -> {
              throw new IllegalStateException("999990019");
            }),
        job("hangs", run -> Promise.<Void>promise().future()));
    until(() -> workshop.ended().size() == 3);

    assertThat(workshop.queue())
        .containsExactly(
            "forgets DEAD 1 JOB_ENDED_UNCOMPLETED",
            "hangs DEAD 1 JOB_TOOK_TOO_LONG",
            "throws DEAD 1 INTERNAL_DEFECT");
  }

  @Test
  void a_gateway_leaves_alone_what_it_does_not_know_and_what_is_not_due() {
    var later = java.time.Instant.now().plusSeconds(3_600);
    workshop.enqueue(ALFA, "of-a-newer-gateway", "x");
    workshop.enqueue(ALFA, JobDraft.of("make", Map.of("name", "tomorrow")).at(later));
    workshop.enqueue(ALFA, "make", "today");

    workshop.runner(HASTY, job("make", run -> run.complete(effect(run, "it"))));
    until(() -> workshop.effects().size() == 1);
    pause(200);

    assertThat(workshop.effects()).containsExactly("today it");
    assertThat(workshop.queue()).containsExactly("make WAITING 0", "of-a-newer-gateway WAITING 0");
  }

  @Test
  void of_jobs_with_one_key_one_waits_at_the_earlier_moment() {
    var later = java.time.Instant.now().plusSeconds(3_600);
    var draft = JobDraft.of("make", Map.of("name", "first")).once("key");

    var first = workshop.enqueue(ALFA, draft.at(later));
    var second = workshop.enqueue(ALFA, JobDraft.of("make", Map.of("name", "second")).once("key"));
    var ofBeta = workshop.enqueue(BETA, draft.at(later));

    assertThat(second).isEqualTo(first);
    assertThat(ofBeta).isNotEqualTo(first);
    workshop.runner(HASTY, job("make", run -> run.complete(effect(run, "it"))));
    until(() -> workshop.effects().size() == 1);
    assertThat(workshop.effects()).containsExactly("first it");
  }

  @Test
  void a_job_that_runs_does_not_stand_in_for_the_next_one_with_its_key() {
    Promise<Void> goOn = Promise.promise();
    var begun = new AtomicInteger();
    var draft = JobDraft.of("make", Map.of("name", "x")).once("key");
    workshop.enqueue(ALFA, draft);
    workshop.runner(
        HASTY,
        job(
            "make",
            run ->
                begun.incrementAndGet() == 1
                    ? goOn.future().compose(now -> Future.failedFuture(JobFailed.forNow("NOT_NOW")))
                    : run.complete(effect(run, "it"))));
    until(() -> begun.get() == 1);

    workshop.enqueue(ALFA, draft);
    goOn.complete();
    until(() -> workshop.queue().isEmpty());

    assertThat(workshop.effects()).containsExactly("x it", "x it");
  }

  @Test
  void of_jobs_with_one_key_one_runs_and_the_next_one_waits_for_its_end() {
    Promise<Void> goOn = Promise.promise();
    var begun = new AtomicInteger();
    var draft = JobDraft.of("make", Map.of("name", "x")).once("key");
    workshop.enqueue(ALFA, draft);
    workshop.runner(
        HASTY,
        job(
            "make",
            run ->
                begun.incrementAndGet() == 1
                    ? goOn.future().compose(now -> run.complete(effect(run, "the first")))
                    : run.complete(effect(run, "the next"))));
    until(() -> begun.get() == 1);

    workshop.enqueue(ALFA, draft);
    workshop.enqueue(BETA, draft);
    until(() -> workshop.effects().equals(List.of("x the next")));
    pause(200);

    assertThat(begun).hasValue(2);
    assertThat(workshop.queue()).containsExactly("make RUNNING 1", "make WAITING 0");
    goOn.complete();
    until(() -> workshop.queue().isEmpty());
    assertThat(workshop.effects()).containsExactly("x the first", "x the next", "x the next");
  }

  @Test
  void a_payload_with_a_bsn_or_too_much_is_refused_and_one_with_an_id_is_not() {
    assertThatThrownBy(() -> JobDraft.of("make", Map.of("a", "x 999990019")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("999990019");
    assertThatThrownBy(() -> JobDraft.of("make", Map.of("a", "x".repeat(1_001))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JobDraft.of("Make it", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(JobDraft.of("make", Map.of("a", "/v1/x/00000000-0000-7000-8000-a999990019bc")))
        .isNotNull();
  }
}
