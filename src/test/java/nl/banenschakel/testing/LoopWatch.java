package nl.banenschakel.testing;

import io.vertx.core.impl.VertxThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Looks at every event loop of this JVM all the time, and remembers which of them did not come back
 * in time: one task that took more than {@value #CPU_MS_MAX} ms of processor time, or one that was
 * seen waiting for something to happen. Vert.x' own check measures time on the wall, which on a
 * machine that others use too says more about them.
 *
 * <p>Processor time while code is used for the first time (classes load, lambdas are linked) does
 * not count: it is spent once in the life of a process. Nor does waiting for a lock, which somebody
 * holds who is at work.
 */
public final class LoopWatch {
  static final long CPU_MS_MAX = 100;

  private static final LoopWatch SHARED = new LoopWatch();
  private static final int LOOK_MS = 5;
  private static final int FRAMES_SHOWN_MAX = 25;
  private static final long NANOS = 1_000_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Long, Task> tasks = new HashMap<>();
  private final List<String> sins = new ArrayList<>();
  private boolean isRunning;

  /** What a loop is doing: the same thing as long as it began at the same moment. */
  private static final class Task {
    final long begun;
    long cpuSeen;
    long cpuCounted;
    boolean told;

    Task(long begun, long cpuSeen) {
      this.begun = begun;
      this.cpuSeen = cpuSeen;
    }
  }

  private LoopWatch() {}

  /** Begins to look, the first time. */
  public static LoopWatch shared() {
    return SHARED.begun();
  }

  /** What was seen since this was last asked, each with where it was seen. */
  public synchronized List<String> drain() {
    var seen = List.copyOf(sins);
    sins.clear();
    return seen;
  }

  private synchronized LoopWatch begun() {
    if (!isRunning) {
      isRunning = true;
      var watcher = new Thread(this::watch, "loop-watch");
      watcher.setDaemon(true);
      watcher.start();
    }
    return this;
  }

  private void watch() {
    try {
      while (true) {
        loops().forEach(this::look);
        Thread.sleep(LOOK_MS);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static Stream<VertxThread> loops() {
    var group = Thread.currentThread().getThreadGroup();
    var all = new Thread[2 * group.activeCount() + 16];
    int count = group.enumerate(all);
    return Stream.of(all)
        .limit(count)
        .filter(VertxThread.class::isInstance)
        .map(VertxThread.class::cast)
        .filter(thread -> !thread.isWorker());
  }

  private synchronized void look(VertxThread loop) {
    long begun = loop.startTime();
    long cpu = threads.getThreadCpuTime(loop.getId());
    var task = tasks.get(loop.getId());
    if (begun == 0 || cpu < 0) {
      tasks.remove(loop.getId());
    } else if (task == null || task.begun != begun) {
      tasks.put(loop.getId(), new Task(begun, cpu));
    } else if (!task.told) {
      judge(loop, task, cpu);
    }
  }

  private void judge(VertxThread loop, Task task, long cpu) {
    var state = loop.getState();
    var stack = loop.getStackTrace();
    if (loop.startTime() != task.begun) {
      return; // It came back while we looked.
    }
    if (!LoopStack.isFirstUse(stack)) {
      task.cpuCounted += cpu - task.cpuSeen;
    }
    task.cpuSeen = cpu;
    var sin =
        LoopStack.waits(state, stack)
            ? "waits"
            : task.cpuCounted > CPU_MS_MAX * NANOS
                ? "took over %d ms of processor time".formatted(CPU_MS_MAX)
                : "";
    if (!sin.isEmpty()) {
      task.told = true;
      sins.add("%s %s at%n%s".formatted(loop.getName(), sin, shown(stack)));
    }
  }

  private static String shown(StackTraceElement[] stack) {
    var shown = new StringBuilder();
    Stream.of(stack)
        .limit(FRAMES_SHOWN_MAX)
        .forEach(frame -> shown.append("    ").append(frame).append('\n'));
    return shown.toString();
  }
}
