package nl.banenschakel.testing;

import static nl.banenschakel.testing.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Sins are planted on a loop, and are found; what only looks like one is not. */
class LoopWatchTest {
  private static final Vertx VERTX = Vertx.vertx();

  /** A task that holds up the loop it runs on. */
  private interface Sin {
    void commit() throws Exception;
  }

  @AfterAll
  static void stop() {
    await(VERTX.close());
  }

  @Test
  void a_task_that_calculates_too_long_is_found_with_where_it_was() {
    assertThat(seen(() -> assertThat(burn(400)).isNotZero()))
        .singleElement()
        .asString()
        .contains("processor time", "LoopWatchTest.burn");
  }

  @Test
  void a_task_that_sleeps_is_found() {
    assertThat(seen(() -> Thread.sleep(150))).singleElement().asString().contains("waits");
  }

  @Test
  void a_task_that_waits_for_another_thread_is_found() {
    assertThat(seen(() -> assertThat(new CountDownLatch(1).await(150, MILLIS)).isFalse()))
        .hasSize(1);
    assertThat(seen(() -> assertThat(new LinkedBlockingQueue<>().poll(150, MILLIS)).isNull()))
        .hasSize(1);
  }

  @Test
  void a_task_that_waits_for_a_lock_is_not() throws InterruptedException {
    var lock = new ReentrantLock();
    var held = new CountDownLatch(1);
    var holder =
        new Thread(
            () ->
                holding(
                    lock,
                    () -> {
                      held.countDown();
                      assertThat(burn(80)).isNotZero();
                    }));
    holder.start();
    held.await();

    assertThat(seen(() -> holding(lock, () -> assertThat(held.getCount()).isZero()))).isEmpty();
    holder.join();
  }

  @Test
  void a_loop_that_is_busy_with_many_short_tasks_is_not() {
    assertThat(
            seenIn(
                Future.all(
                    new ArrayList<>(
                        java.util.stream.IntStream.range(0, 100)
                            .mapToObj(i -> onLoop(() -> assertThat(burn(5)).isNotZero()))
                            .toList()))))
        .isEmpty();
  }

  @Test
  void what_a_worker_does_is_its_own_business() {
    assertThat(seenIn(VERTX.executeBlocking(() -> burn(300)))).isEmpty();
  }

  private static final TimeUnit MILLIS = TimeUnit.MILLISECONDS;

  private static void holding(ReentrantLock lock, Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private static List<String> seen(Sin sin) {
    return seenIn(onLoop(sin));
  }

  private static List<String> seenIn(Future<?> done) {
    await(done);
    return LoopWatch.shared().drain();
  }

  private static Future<Void> onLoop(Sin sin) {
    return Future.future(
        promise ->
            VERTX.runOnContext(
                loop -> {
                  try {
                    sin.commit();
                    promise.complete();
                  } catch (Exception failed) {
                    promise.fail(failed);
                  }
                }));
  }

  /** Processor time, not time on the wall. */
  private static long burn(int ms) {
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + ms * 1_000_000L;
    long sum = 1;
    while (threads.getCurrentThreadCpuTime() < end) {
      sum = sum * 31 + 7;
    }
    return sum;
  }
}
