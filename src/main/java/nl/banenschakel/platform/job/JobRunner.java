package nl.banenschakel.platform.job;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.banenschakel.platform.auth.Caller;
import nl.banenschakel.platform.db.Db;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs of all tenants, with whatever other gateways there are on the database: it looks
 * for them, as nothing else tells it of them; claims as many as it has room for; gives signs of
 * life while they run; and leaves what it cannot finish to the others. All of it happens on one
 * event loop.
 */
public final class JobRunner {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final int COUNT_MS = 10_000;

  private final Vertx vertx;
  private final Db db;
  private final JobSettings settings;
  private final Map<String, Job> jobs;
  private final JobObserver observer;
  private final JobRepository queue = new JobRepository();
  private final Context loop;

  /** Of the loop only: who is running, and what is to come. */
  private final Set<Attempt> running = new HashSet<>();

  private final Promise<Void> drained = Promise.promise();
  private boolean polling;
  private boolean draining;
  private long timer = -1;

  /**
   * Runs nothing yet.
   *
   * @throws IllegalStateException when two jobs are of one kind
   */
  public JobRunner(Vertx vertx, Db db, JobSettings settings, List<Job> jobs, JobObserver observer) {
    this.vertx = vertx;
    this.db = db;
    this.settings = settings;
    this.jobs = jobs.stream().collect(Collectors.toMap(Job::kind, Function.identity()));
    this.observer = observer;
    this.loop = vertx.getOrCreateContext();
  }

  /** Looks for jobs from now on. */
  public void start() {
    loop.runOnContext(
        started -> {
          vertx.setPeriodic(1, COUNT_MS, tick -> count());
          if (settings.concurrencyMax() > 0 && !jobs.isEmpty()) {
            poll();
          }
        });
  }

  /**
   * Takes no further job, and ends when those under way have ended, or after a while: what has not
   * ended then is taken over by another gateway, or by this one when it is back.
   */
  public Future<Void> drain() {
    loop.runOnContext(
        stopping -> {
          draining = true;
          vertx.cancelTimer(timer);
          endWhenDrained();
        });
    return drained
        .future()
        .timeout(settings.drainMs(), MILLISECONDS)
        .onFailure(late -> LOG.warn("Jobs were under way at the stop: others take them over"))
        .otherwiseEmpty();
  }

  private void poll() {
    int room = settings.concurrencyMax() - running.size();
    if (polling || draining || room <= 0) {
      return;
    }
    polling = true;
    vertx.cancelTimer(timer);
    claim(room)
        .onFailure(away -> LOG.warn("Jobs cannot be claimed: {}", reason(away)))
        .onComplete(claimed -> loop.runOnContext(go -> started(claimed, room)));
  }

  private Future<List<JobRepository.Claimed>> claim(int room) {
    return db.tx(
        Caller.NO_ORGANISATION, tx -> queue.claim(tx, List.copyOf(jobs.keySet()), room, settings));
  }

  private void started(AsyncResult<List<JobRepository.Claimed>> claimed, int room) {
    polling = false;
    List<JobRepository.Claimed> found = claimed.succeeded() ? claimed.result() : List.of();
    found.forEach(this::start);
    if (found.size() < room && !draining) {
      timer = vertx.setTimer(settings.pollMs(), again -> poll());
    }
    endWhenDrained();
  }

  private void start(JobRepository.Claimed claimed) {
    var attempt = new Attempt(claimed);
    running.add(attempt);
    attempt.begin();
  }

  private void ended(Attempt attempt) {
    running.remove(attempt);
    poll();
    endWhenDrained();
  }

  private void endWhenDrained() {
    if (draining && running.isEmpty() && !polling) {
      drained.tryComplete();
    }
  }

  private void count() {
    db.tx(Caller.NO_ORGANISATION, queue::count)
        .onSuccess(observer::counted)
        .onFailure(away -> LOG.debug("Jobs cannot be counted: {}", reason(away)));
  }

  private static String reason(Throwable cause) {
    return JobReason.of(cause);
  }

  /** One job in hand, from its claim to its end. */
  private final class Attempt {
    private final JobRepository.Claimed claimed;
    private final long startedNs = System.nanoTime();
    private long heartbeat = -1;
    private Optional<JobRun> run = Optional.empty();

    Attempt(JobRepository.Claimed claimed) {
      this.claimed = claimed;
    }

    void begin() {
      heartbeat = vertx.setPeriodic(settings.heartbeatMs(), tick -> giveSignOfLife());
      db.tx(claimed.tenant(), tx -> queue.payload(tx, claimed.id()))
          .compose(payload -> work(new JobRun(db, queue, claimed, payload)))
          .timeout(settings.runMsMax(), MILLISECONDS)
          .transform(this::settle)
          .onComplete(settled -> loop.runOnContext(done -> end(settled)));
    }

    private Future<Void> work(JobRun begun) {
      run = Optional.of(begun);
      return Optional.ofNullable(jobs.get(claimed.kind())).orElseThrow().run(begun);
    }

    private void giveSignOfLife() {
      if (run.filter(JobRun::isHolding).isPresent()) {
        return;
      }
      db.tx(claimed.tenant(), tx -> queue.extend(tx, claimed, settings.leaseMs()))
          .onSuccess(this::stopSignsUnless)
          .onFailure(away -> LOG.warn("A job's lease was not extended: {}", reason(away)));
    }

    private void stopSignsUnless(boolean held) {
      if (!held) {
        vertx.cancelTimer(heartbeat);
      }
    }

    private Future<JobObserver.Outcome> settle(AsyncResult<Void> ended) {
      if (run.filter(JobRun::isCompleted).isPresent()) {
        return Future.succeededFuture(JobObserver.Outcome.DONE);
      }
      Throwable cause = ended.failed() ? ended.cause() : JobFailed.forNow("JOB_ENDED_UNCOMPLETED");
      if (cause instanceof JobLost) {
        return Future.succeededFuture(JobObserver.Outcome.LOST);
      }
      JobReason.log(claimed.kind(), claimed.id(), claimed.attempt(), cause);
      return db.tx(
              claimed.tenant(),
              tx ->
                  queue.fail(
                      tx, claimed, JobReason.of(cause), againAfter(cause), settings.attemptsMax()))
          .map(state -> state.map(Attempt::outcome).orElse(JobObserver.Outcome.LOST));
    }

    private static JobObserver.Outcome outcome(String state) {
      return state.equals("DEAD") ? JobObserver.Outcome.DIED : JobObserver.Outcome.FAILED;
    }

    private Optional<Integer> againAfter(Throwable cause) {
      return cause instanceof JobFailed failed && !failed.isWorthAnotherTry()
          ? Optional.empty()
          : Optional.of(JobReason.pauseMs(settings.retryMs(), claimed.attempt()));
    }

    /** What could not even be settled is taken over when its lease has ended. */
    private void end(AsyncResult<JobObserver.Outcome> settled) {
      vertx.cancelTimer(heartbeat);
      var outcome = settled.succeeded() ? settled.result() : JobObserver.Outcome.LOST;
      observer.ended(claimed.kind(), outcome, Duration.ofNanos(System.nanoTime() - startedNs));
      ended(this);
    }
  }
}
