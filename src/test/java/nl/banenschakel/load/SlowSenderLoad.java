package nl.banenschakel.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import nl.banenschakel.platform.auth.Role;

/**
 * Times short calls that come at a steady pace, whatever the answers take: alone, and while others
 * send their files slowly. A time runs from the moment at which a call was due.
 */
final class SlowSenderLoad {
  private static final int CALLS_PER_SECOND = 100;
  private static final int WARM_UP_S = 10;
  private static final int KNOWN_LINES = 30_000;
  private static final int LINE_BYTES = 58;
  private static final double PART_99 = 0.99;

  private final PrintWriter out;
  private final int seconds;
  private final int bytesPerSecond;
  private final List<Integer> senders;

  SlowSenderLoad(PrintWriter out, int seconds, int bytesPerSecond, List<Integer> senders) {
    this.out = out;
    this.seconds = seconds;
    this.bytesPerSecond = bytesPerSecond;
    this.senders = senders;
  }

  void run() throws IOException, InterruptedException {
    try (var gateway = new LoadGateway()) {
      var file = gateway.folder().resolve("contracts.csv");
      LoadFiles.contracts(file, 0, KNOWN_LINES, 0);
      var first =
          gateway.client().send("/v1/contract-files?delivery=full", Role.HR, "text/csv", file);
      LoadFiles.contracts(file, 0, seconds * (bytesPerSecond / LINE_BYTES), 0);
      var calls = gateway.client().calls("/v1/uploads/" + first.getString("id"), Role.HR);
      var unused = timed(calls, WARM_UP_S);
      out.println("| slow senders | calls | p50 ms | p99 ms | longest ms |");
      out.println("|---|---|---|---|---|");
      for (int slow : senders) {
        measure(gateway, calls, file, slow);
      }
    }
    out.flush();
  }

  private void measure(
      LoadGateway gateway, Supplier<Future<HttpResponse<Buffer>>> calls, Path file, int slow)
      throws IOException {
    var sending = new ArrayList<Future<HttpResponse<Buffer>>>();
    for (int n = 0; n < slow; n++) {
      var path = "/v1/contract-files?delivery=full&source=slow-" + n;
      sending.add(gateway.client().sendSlowly(path, Role.HR, file, bytesPerSecond));
    }
    var took = timed(calls, seconds);
    out.printf(
        "| %d at %,d bytes/s each | %,d | %.1f | %.1f | %.1f |%n",
        slow, bytesPerSecond, took.size(), at(took, 1 / 2.0), at(took, PART_99), at(took, 1));
    out.flush();
    for (var sent : sending) {
      int status = Awaited.of(sent).statusCode();
      if (status / 100 != 2) {
        throw new IllegalStateException("A slow delivery was answered " + status);
      }
    }
  }

  /** Milliseconds from when each call was due until it was answered, in order. */
  private static List<Double> timed(Supplier<Future<HttpResponse<Buffer>>> calls, int seconds) {
    Queue<Double> took = new ConcurrentLinkedQueue<>();
    var under = new ArrayList<Future<?>>();
    long first = System.nanoTime();
    for (int n = 0; n < seconds * CALLS_PER_SECOND; n++) {
      long due = first + n * 1_000_000_000L / CALLS_PER_SECOND;
      LockSupport.parkNanos(due - System.nanoTime());
      under.add(calls.get().onSuccess(answered -> took.add((System.nanoTime() - due) / 1e6)));
    }
    Awaited.of(Future.all(under));
    return took.stream().sorted().toList();
  }

  private static double at(List<Double> sorted, double part) {
    return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }
}
